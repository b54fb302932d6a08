using CsCheck;
using static ActivityMgmt.Domain.Tests.ConsentsTests;
using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

public class ContactRefusalTests
{
    private static readonly CustomerId C1 = new("C1");

    [Theory]
    [InlineData("2026-01-14", null, false)]
    [InlineData("2026-01-15", null, true)] // its own day
    [InlineData("2036-01-15", null, true)] // until the customer opts in again
    [InlineData("2026-07-14", 6, true)]
    [InlineData("2026-07-15", 6, false)] // six months later, free again
    public void A_clear_refusal_counts_from_its_day_to_its_last_day(string day, int? months, bool expected) =>
        Assert.Equal(expected, ContactRefusal.InForce(Book(Refused("2026-01-15")), C1, Day(day), months) is not null);

    [Fact]
    public void It_tells_when_until_when_and_which_fact_says_so()
    {
        var book = Book(Refused("2026-01-15"), Said("marketing", false, "2026-03-01"));

        Assert.Equal(
            new ContactRefusal { RefusedOn = Day("2026-01-15"), LastDay = Day("2026-07-14"), IsConsentWithdrawn = false, Fact = Refused("2026-01-15").Reference },
            ContactRefusal.InForce(book, C1, Day("2026-02-28"), months: 6));
        Assert.Equal(
            new ContactRefusal { RefusedOn = Day("2026-03-01"), LastDay = null, IsConsentWithdrawn = true, Fact = Said("marketing", false, "2026-03-01").Reference },
            ContactRefusal.InForce(book, C1, Day("2026-08-01"), months: 6));
    }

    [Theory]
    [InlineData("2026-01-15", "2026-02-10", true)] // a yes of the day of refusal came before it, as far as anybody knows
    [InlineData("2026-01-16", "2026-01-15", true)]
    [InlineData("2026-01-16", "2026-01-16", false)] // from the day of the yes
    public void A_yes_after_its_day_ends_it(string yes, string day, bool expected) =>
        Assert.Equal(expected, ContactRefusal.InForce(Book(Refused("2026-01-15"), Said("marketing", true, yes)), C1, Day(day), months: 6) is not null);

    [Theory]
    [InlineData("2026-03-31", false)] // the last day of the yes
    [InlineData("2026-04-01", true)]
    [InlineData("2026-07-15", false)] // the six months are over
    public void A_yes_that_ends_leaves_the_refusal_as_it_was(string day, bool expected) =>
        Assert.Equal(expected, ContactRefusal.InForce(Book(Refused("2026-01-15"), Said("marketing", true, "2026-02-01", "2026-03-31")), C1, Day(day), months: 6) is not null);

    [Theory]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-12-31", true)] // whatever the months of the rule
    public void A_yes_that_is_withdrawn_is_a_refusal_until_the_next_yes(string day, bool expected)
    {
        var book = Book(Said("marketing", true, "2026-02-01"), Said("marketing", false, "2026-03-01"), Said("marketing", true, "2027-01-01"));

        Assert.Equal(expected, ContactRefusal.InForce(book, C1, Day(day), months: 6) is not null);
        Assert.Null(ContactRefusal.InForce(book, C1, Day("2027-01-01"), months: 6));
    }

    [Fact]
    public void A_no_to_another_purpose_and_an_undated_flag_are_no_refusal()
    {
        Assert.Null(ContactRefusal.InForce(Book(Customer("C1") with { MarketingConsent = false }, Said("profiling", false, "2026-01-15")), C1, Day("2026-02-01"), null));
        Assert.Null(ContactRefusal.InForce(Book(), C1, Day("2026-02-01"), null));
    }

    [Theory]
    [InlineData("2026-07-15 09:00", false)]
    [InlineData("2026-07-15 10:00", false)] // the very talk in which they refused
    [InlineData("2026-07-15 10:01", true)]
    [InlineData("2026-07-16 09:00", true)]
    public void On_the_day_of_refusal_the_moment_decides_where_it_is_known(string at, bool expected)
    {
        var book = Book(Refused("2026-07-15") with { RefusedContactAt = At("2026-07-15 10:00") });

        Assert.Equal(expected, ContactRefusal.BrokenBy(book, Call(at), null) is not null);
        Assert.Equal(expected, ContactRefusal.InForce(book, C1, Day(at[..10]), null, At(at)) is not null);
    }

    [Fact]
    public void Where_the_moment_is_not_known_the_day_is_closed_for_new_contacts_and_blames_no_contact_made()
    {
        foreach (var book in (FactBook[])[Book(Refused("2026-07-15")), Book(Said("marketing", false, "2026-07-15"))])
        {
            Assert.Equal(Day("2026-07-15"), ContactRefusal.InForce(book, C1, Day("2026-07-15"), null, At("2026-07-15 18:00"))?.RefusedOn);
            Assert.Null(ContactRefusal.BrokenBy(book, Call("2026-07-15 18:00"), null));
            Assert.Equal(Day("2026-07-15"), ContactRefusal.BrokenBy(book, Call("2026-07-16 09:00"), null)?.RefusedOn);
        }
    }

    [Theory]
    [InlineData(false, true)] // refused before already
    [InlineData(true, false)] // had opted in again until then
    public void A_contact_on_the_day_of_a_no_is_judged_by_the_word_before(bool optedIn, bool expected)
    {
        var before = Said("marketing", optedIn, "2026-07-01");

        Assert.Equal(expected, ContactRefusal.BrokenBy(Book(Refused("2026-06-01"), before, Said("marketing", false, "2026-07-15")), Call("2026-07-15 18:00"), null) is not null);
    }

    [Fact]
    public void A_contact_with_nobody_breaks_nothing() => Assert.Null(ContactRefusal.BrokenBy(Book(), Did("A1", "call"), null));

    // Whatever was refused, withdrawn and allowed again: what checks, plans, leads, reminds and judges says the same.
    [Fact]
    public void Everybody_who_asks_gets_the_same_answer()
    {
        var day = Day("2026-07-21");
        var word = Gen.Select(Gen.Int[0, 400], Gen.Bool, Gen.Int[0, 300], (ago, yes, lasts) => (Ago: ago, Yes: yes, Lasts: lasts));
        var forbidden = 0;
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 500], Gen.Int[0, 13], word.Array[0, 4]).Sample((ago, until, monthsDrawn, words) =>
        {
            int? months = monthsDrawn == 13 ? null : monthsDrawn;
            var refused = ago > 350 ? null : (LocalDate?)day.PlusDays(-ago);
            var customer = Customer("C1", owner: "A1") with
            {
                RefusedContactOn = refused,
                RefusalUntil = until > 400 ? null : day.PlusDays(200 - until),
                NextTouchOn = day,
            };
            var said = words.DistinctBy(w => w.Ago).Select(w => Said("marketing", w.Yes, Iso(day.PlusDays(-w.Ago)), w.Yes && w.Lasts < 250 ? Iso(day.PlusDays(w.Lasts - w.Ago)) : null));
            var facts = FactBook.Of([customer, .. said]);

            var refusal = ContactRefusal.InForce(facts, C1, day, months);

            var cadence = new Cadence { Id = "c", Steps = [new("call", 0)], RefusalMonths = months };
            var week = new FeasibleWeek(Week(Plans("P1", customer: "C1")), facts, WorkCalendars.China);
            var isForbidden = refusal is not null;
            Assert.Equal(isForbidden, new ContactCheck(months, needsConsent: false).Check(facts, C1, day).Severity == Severity.Block);
            Assert.Equal(isForbidden, FeasibilityChecks.DoNotContact(week, new() { RefusalMonths = months }).Any());
            Assert.Equal(isForbidden, Reminders.OfNextTouches(facts, day, months).Count == 0);
            Assert.Equal(isForbidden, CadenceProgress.Of(cadence, new("c", new("A1"), C1, day), facts, WorkCalendars.China) is CadenceProgress.Stopped);
            if (refusal?.RefusedOn != day)
            {
                Assert.Equal(refusal, ContactRefusal.BrokenBy(facts, Call("2026-07-21 10:00"), months));
            }

            Interlocked.Add(ref forbidden, isForbidden ? 1 : 0);
        }, iter: 2000, threads: 1);
        Assert.InRange(forbidden, 200, 1800);
    }

    private static CustomerFact Refused(string on) => Customer("C1", refused: on);

    private static ActivityFact Call(string at) => Did("A1", "call", at, "C1");

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
