using CsCheck;

namespace ActivityMgmt.Kpi.Tests;

/// <summary>What holds for every measure over any facts, overlapping assignments, repeated policies and second events included.</summary>
public class ReadingPropertyTests
{
    private static readonly string[] Measures =
    [
        Kpis.Measure("visits", """ "kind": "count", "facts": "activity", "where": "outcome in ['success', 'no-success']" """),
        Kpis.Measure("ranked", """ "kind": "count", "facts": "activity", "where": "rank == 'A1' or minutes > 30" """),
        Kpis.Measure("tenured", """ "kind": "count", "facts": "activity", "where": "tenureMonths >= 1 and team != 'T3'" """),
        Kpis.Measure("minutes", """ "kind": "sum", "facts": "activity", "of": "minutes" """),
        Kpis.Measure("customers", """ "kind": "distinct", "facts": "activity", "of": "customer" """),
        Kpis.Measure("days", """ "kind": "active-days", "facts": "activity", "atLeast": 2 """),
        Kpis.Measure("issued", """ "kind": "count", "facts": "policy", "countedOn": "issued", "gates": [] """),
        Kpis.Measure("passed", """ "kind": "count", "facts": "policy", "countedOn": "callback-passed", "gates": [], "where": "rank != 'A2'" """),
        Kpis.Measure("collected", """ "kind": "count", "facts": "policy", "countedOn": "collected", "gates": ["callback-passed", "receipt-returned"] """),
        Kpis.Measure("shared", """ "kind": "count", "facts": "policy", "countedOn": "issued", "gates": [], "shares": true """),
        Kpis.Measure("shared-fyp", """ "kind": "sum", "facts": "premium", "countedOn": "issued", "gates": ["receipt-returned"], "shares": true, "of": "amount" """),
        Kpis.Measure("sellers", """ "kind": "distinct", "facts": "policy", "countedOn": "submitted", "gates": [], "shares": true, "of": "agent" """),
        Kpis.Measure("segment", """ "kind": "count", "facts": "activity", "where": "segment == 'S1'" """),
        Kpis.Measure("regular", """ "kind": "count", "facts": "activity", "where": "status == 'regular'" """),
        Kpis.Measure("cancelled", """ "kind": "count", "facts": "policy-event", "where": "event == 'cancelled-in-cooling-off' and product == 'WL20'" """),
        Kpis.Measure("cases", """ "kind": "derived", "formula": "issued - cancelled" """),
        Kpis.Measure("fyp", """ "kind": "sum", "facts": "premium", "countedOn": "collected", "gates": [], "where": "policyYear == 1 and product == 'WL20'", "of": "amount" """),
        Kpis.Measure("average", """ "kind": "average", "facts": "premium", "countedOn": "collected", "gates": [], "of": "amount" """),
        Kpis.Measure("per-case", """ "kind": "ratio", "numerator": "fyp", "denominator": "cases" """),
        Kpis.Measure("longest", """ "kind": "maximum", "facts": "activity", "of": "minutes" """),
        Kpis.Measure("smallest", """ "kind": "minimum", "facts": "premium", "countedOn": "issued", "gates": ["callback-passed"], "of": "amount" """),
        Kpis.Measure("median", """ "kind": "percentile", "facts": "activity", "of": "minutes", "percent": 50 """),
        Kpis.Measure("met-again", """ "kind": "conversion", "from": { "facts": "activity", "where": "outcome == 'missed'" }, "to": { "facts": "activity", "where": "outcome == 'success'" }, "by": "customer", "withinDays": 30, "gives": "rate" """),
        Kpis.Measure("refused", """ "kind": "conversion", "from": { "facts": "policy", "countedOn": "issued", "gates": ["callback-passed"] }, "to": { "facts": "policy-event", "where": "event == 'cancelled-in-cooling-off'" }, "by": "policy", "same": ["product"], "withinDays": 45, "gives": "conversions" """),
        Kpis.Measure("headcount", """ "kind": "headcount", "on": "average" """),
        Kpis.Measure("regulars", """ "kind": "headcount", "on": "closing", "where": "status == 'regular' or rank == 'A1' and tenureMonths >= 1" """),
        Kpis.Measure("stayed", """ "kind": "retention", "months": 1 """),
        Kpis.Measure("visits-to-date", """ "kind": "to-date", "of": "visits", "since": "year" """),
        Kpis.Measure("customers-90", """ "kind": "rolling", "of": "customers", "days": 90 """),
        Kpis.Measure("premium-before", """ "kind": "earlier", "of": "fyp", "by": "previous-period", "times": 2 """),
        Kpis.Measure("steady", """ "kind": "streak", "of": "visits", "each": "week", "atLeast": 1, "run": "longest" """),
        Kpis.Measure("growth", """ "kind": "growth", "of": "visits" """),
        Kpis.Measure("kept", """ "kind": "persistency", "months": 13, "graceDays": 60, "basis": "premium" """),
        Kpis.Measure("kept-twice", """ "kind": "persistency", "months": 25, "graceMonths": 2, "basis": "count", "balance": "reducing", "where": "product == 'WL20'" """),
    ];

    internal static readonly PublishedDocument Document = Kpis.Document(Measures);

    private static readonly Gen<string> Date = Gen.Int[0, 160].Select(d => LocalDatePattern.Iso.Format(new LocalDate(2026, 1, 1).PlusDays(d)));

    private static readonly Gen<Fact> AnyFact = Gen.Select(Gen.Int[0, 12], Date, Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[0, 3]).Select(Fact (kind, on, who, what, how) => kind switch
    {
        0 => Facts.Agent($"E{who}", on) with { LeftOn = how == 0 ? Facts.Day(on).PlusDays(30) : null, Status = how == 1 ? "regular" : null },
        12 => Contract(who, what, how),
        9 => Facts.Role($"P{what}", how < 2 ? PolicyRole.Seller : PolicyRole.PersistencyOwner, $"E{who}", on, how == 0 ? 0.5m : null, isByHandover: how == 3),
        10 => Facts.Customer($"C{what}", how == 0 ? null : $"S{how}"),
        11 => Facts.Event($"P{what}", on, how == 0 ? PolicyEventKind.ClaimEnded : PolicyEventKind.ReceiptReturned),
        1 => Facts.Assignment($"E{who}", $"T{what}", $"A{(how % 2) + 1}", on, how == 0 ? LocalDatePattern.Iso.Format(Facts.Day(on).PlusDays(40)) : null),
        2 or 3 => Facts.Activity(on, "call", $"E{who}", how == 0 ? "missed" : "success", customer: how == 1 ? null : $"C{what}", minutes: how == 2 ? null : how * 20),
        4 => Facts.Policy($"P{what}", "2025-01-01", $"E{who}", issued: how == 0 ? null : on, effective: LocalDatePattern.Iso.Format(Facts.Day(on).PlusYears(how < 2 ? -1 : -2).PlusDays(-50)), product: how == 3 ? "AN05" : "WL20"),
        5 => Facts.Event($"P{what}", on, how < 2 ? PolicyEventKind.CancelledInCoolingOff : PolicyEventKind.CallbackPassed),
        _ => Facts.Premium($"P{what}", how > 1 ? on : LocalDatePattern.Iso.Format(Facts.Day(on).PlusYears(-1)), 100m * who, Math.Max(how, 1), who == 3 ? PremiumKind.Refunded : PremiumKind.Collected),
    });

    internal static readonly Gen<Fact[]> Books = AnyFact.Array[1, 40];

    private static readonly Gen<Subject> Subjects = OneOf(
        Subject.Of(new AgentId("E1")), Subject.Of(new AgentId("E2")), Subject.Of(new TeamId("T1")), Subject.Of(new TeamId("T2")), Subject.Branch("B1"));

    internal static readonly DateInterval[] Periods = [new Quarter(2026, 1).Interval, new Quarter(2026, 2).Interval, Facts.Period("2026-03-09", "2026-03-29"), Facts.Period("2026-01-01", "2026-06-30")];

    [Fact]
    public void A_fact_is_named_exactly_when_removing_it_changes_the_reading() =>
        Gen.Select(Books, Subjects, OneOf(Periods)).Sample(
            (facts, subject, period) =>
            {
                var book = FactBook.Of(facts);
                var readings = new KpiEngine().Open(book, Document, Calendars.Default);
                var before = readings.Measures.ToDictionary(m => m.Id, m => readings.Read(m.Id, subject, period));
                foreach (var fact in facts)
                {
                    var rest = new KpiEngine().Open(book.Without(fact.Key), Document, Calendars.Default);
                    foreach (var (measure, reading) in before)
                    {
                        var changed = !reading.Equals(rest.Read(measure, subject, period));
                        if (Named(reading).Contains(fact.Reference) != changed)
                        {
                            throw new InvalidOperationException($"{measure} of {subject} in {period}: {fact} is {(changed ? "not named but decides" : "named but doesn't matter")}.");
                        }
                    }
                }
            },
            iter: 200);

    // The two roads must not contradict each other: whatever isn't explained makes a difference to the value, whatever is explained makes none.
    [Fact]
    public void A_fact_counts_or_is_explained_and_never_both() =>
        Gen.Select(Books, Subjects, OneOf(Periods)).Sample(
            (facts, subject, period) =>
            {
                var book = FactBook.Of(facts);
                var readings = (IExplainedReadings)new KpiEngine().Open(book, Document, Calendars.Default);
                foreach (var fact in facts)
                {
                    var rest = new KpiEngine().Open(book.Without(fact.Key), Document, Calendars.Default);
                    foreach (var measure in Counted(fact))
                    {
                        var counts = Kpis.Value(readings.Read(measure, subject, period)) != Kpis.Value(rest.Read(measure, subject, period));
                        var told = readings.WhyNot(measure, subject, period, fact.Key).Facts.Where(f => f.Fact == fact.Reference).ToArray();
                        if (counts != (told.Length == 0) || Array.Exists(told, t => t.Reasons.Count == 0))
                        {
                            throw new InvalidOperationException($"{measure} of {subject} in {period}: {fact} {(counts ? "counts but is" : "doesn't count but isn't")} explained.");
                        }
                    }
                }
            },
            iter: 200);

    [Fact]
    public void Unasked_the_branch_hears_of_every_fact_that_never_counts() =>
        Books.Sample(
            facts =>
            {
                var (branch, ever) = (Subject.Branch("B1"), Facts.Period("2020-01-01", "2035-12-31"));
                var readings = (IExplainedReadings)Kpis.Open(Document, facts);
                string[] policies = ["issued", "passed", "collected"];
                Assert.All(policies, m => Assert.Equal(readings.Facts.Policies.Count - Kpis.Value(readings.Read(new(m), branch, ever)), readings.WhyNot(new(m), branch, ever).Count));
                string[] activities = ["visits", "ranked", "tenured", "segment", "regular"];
                Assert.All(activities, m => Assert.Equal(readings.Facts.Activities.Count - Kpis.Value(readings.Read(new(m), branch, ever)), readings.WhyNot(new(m), branch, ever).Count));
                string[] cohorts = ["kept", "kept-twice"];
                Assert.All(cohorts, m => Assert.Equal(
                    readings.Facts.Policies.Count - Judged(readings.Read(new(m), branch, ever)),
                    readings.WhyNot(new(m), branch, ever).Facts.Count(f => f.Fact.Key.Kind == FactKind.Policy)));
            },
            iter: 300);

    [Fact]
    public void What_is_unasked_is_told_the_same_when_asked_for() =>
        Gen.Select(Books, Subjects, OneOf(Periods)).Sample(
            (facts, subject, period) =>
            {
                var readings = (IExplainedReadings)Kpis.Open(Document, facts);
                return readings.Measures.All(m => readings.WhyNot(m.Id, subject, period).Facts.All(f => readings.WhyNot(m.Id, subject, period, f.Fact.Key).Facts.Contains(f)));
            },
            iter: 100);

    [Fact]
    public void A_policy_counts_once_everything_that_is_missing_is_there() =>
        Books.Sample(
            facts =>
            {
                var (branch, ever) = (Subject.Branch("B1"), Facts.Period("2020-01-01", "2035-12-31"));
                var book = FactBook.Of(facts);
                var readings = (IExplainedReadings)Kpis.Open(Document, facts);
                string[] measures = ["issued", "collected", "shared"];
                foreach (var policy in book.Policies)
                {
                    foreach (var measure in measures.Select(m => new MeasureId(m)))
                    {
                        var missing = readings.WhyNot(measure, branch, ever, policy.Key).Facts.SelectMany(f => f.Reasons);
                        var mended = missing.Aggregate(book, (b, reason) => Mended(b, policy, reason["needed"].Text));
                        Assert.Equal(0, ((IExplainedReadings)Kpis.Open(Document, mended.All)).WhyNot(measure, branch, ever, policy.Key).Count);
                    }
                }
            },
            iter: 200);

    // The book with what a policy waits for.
    private static FactBook Mended(FactBook book, PolicyFact policy, string needed) => needed switch
    {
        "kpi.day.issued" => book.Without(policy.Key).With(policy with { IssuedOn = Facts.Day("2026-02-01") }),
        "kpi.day.collected" => book.With(Facts.Premium(policy.Policy.Value, "2026-02-01")),
        "kpi.day.receipt-returned" => book.With(Facts.Event(policy.Policy.Value, "2026-02-01", PolicyEventKind.ReceiptReturned)),
        "kpi.day.callback-passed" => book.With(Facts.Event(policy.Policy.Value, "2026-02-01", PolicyEventKind.CallbackPassed)),
        _ => throw new InvalidOperationException(needed),
    };

    // The measures of a fact's kind to whose value every fact that counts adds something.
    private static IEnumerable<MeasureId> Counted(Fact fact)
    {
        string[] measures = fact switch
        {
            ActivityFact => ["visits", "ranked", "tenured", "segment", "regular"],
            PolicyFact => ["issued", "passed", "collected", "shared"],
            PolicyEventFact => ["cancelled"],
            PremiumFact => ["fyp", "shared-fyp"],
            _ => [],
        };
        return measures.Select(m => new MeasureId(m));
    }

    private static decimal Judged(Reading reading) =>
        (reading is Reading.Measured measured ? measured.Evidence : ((Reading.Absent)reading).Evidence).Counts.Single(c => c.Key == "policies").Value;

    // A checkpoint reads its day's cut with what was found out about the whole book; nothing of what happened later may shine through.
    [Fact]
    public void A_book_cut_to_a_day_reads_like_one_that_never_knew_more() =>
        Gen.Select(Books, Subjects, OneOf(Periods), Gen.Int[0, 170]).Sample(
            (facts, subject, period, day) =>
            {
                var (engine, book) = (new KpiEngine(), FactBook.Of(facts));
                var whole = engine.Open(book, Document, Calendars.Default);
                Assert.All(whole.Measures, m => whole.Read(m.Id, subject, period));
                var cut = book.UpTo(new LocalDate(2026, 1, 1).PlusDays(day));
                var (taken, fresh) = (engine.Open(cut, Document, Calendars.Default), new KpiEngine().Open(FactBook.Of(cut.All), Document, Calendars.Default));

                Assert.All(fresh.Measures, m => Assert.Equal(fresh.Read(m.Id, subject, period), taken.Read(m.Id, subject, period)));
            },
            iter: 500);

    // Beyond some thousand facts all processors look for candidates; an agent's own facts alone are few enough for one.
    [Fact]
    public void Reading_a_big_book_in_parallel_says_of_an_agent_what_the_agents_own_facts_say()
    {
        Fact[] own = [.. Own("E1"), .. Own("E2"), .. Own("E3")];
        var crowd = Enumerable.Range(0, 60_000).Select(i => Facts.Activity(LocalDatePattern.Iso.Format(Periods[3].Start.PlusDays(i % 181)), "call", $"X{i % 200}"));
        var (big, again, small) = (Kpis.Open(Document, own.Concat(crowd)), Kpis.Open(Document, own.Concat(crowd)), Kpis.Open(Document, own));

        Assert.All(new[] { "E1", "E2", "E3" }.Select(a => Subject.Of(new AgentId(a))), agent =>
            Assert.All(big.Measures, m => Assert.Equal(small.Read(m.Id, agent, Periods[3]), big.Read(m.Id, agent, Periods[3]))));
        Assert.All(big.Measures, m => Assert.Equal(again.Read(m.Id, Subject.Of(new TeamId("T1")), Periods[3]), big.Read(m.Id, Subject.Of(new TeamId("T1")), Periods[3])));
        Assert.Equal(60_300m, Kpis.Value(big.Read(new("visits"), Subject.Branch("B1"), Periods[3])));

        static IEnumerable<Fact> Own(string agent) =>
        [
            Facts.Agent(agent), Facts.Assignment(agent), Facts.Policy($"P{agent}", "2025-01-02", agent, issued: "2026-02-02", effective: "2025-01-03"),
            Facts.Premium($"P{agent}", "2026-02-03"), .. Enumerable.Range(0, 100).Select(i => Facts.Activity(LocalDatePattern.Iso.Format(Periods[3].Start.PlusDays(i)), agent: agent, minutes: i)),
        ];
    }

    [Fact]
    public void A_big_book_tells_a_foreign_currency_as_a_small_one_does()
    {
        var premiums = Enumerable.Range(0, 20_000).Select(i => Facts.Premium("P1", "2026-02-03") with { Amount = Money.Of(1m, i == 17_000 ? "USD" : "CNY") });
        var readings = Kpis.Open(Document, premiums);

        Assert.Contains("is in USD", Assert.Throws<InvalidOperationException>(() => readings.Read(new("average"), Kpis.E1, Periods[3])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_facts_and_repeated_facts_do_not_matter() =>
        Gen.Select(Books, Subjects, OneOf(Periods)).Sample(
            (facts, subject, period) =>
            {
                var (there, back) = (Kpis.Open(Document, facts), Kpis.Open(Document, Enumerable.Reverse(facts).Concat(facts)));
                return there.Measures.All(m => there.Read(m.Id, subject, period).Equals(back.Read(m.Id, subject, period)));
            },
            iter: 300);

    [Fact]
    public void The_days_of_an_additive_measure_add_up_to_its_period() =>
        Gen.Select(Books, Subjects).Sample(
            (facts, subject) =>
            {
                var readings = Kpis.Open(Document, facts);
                return readings.Measures.Where(m => m.IsAdditive).All(m =>
                    Kpis.Value(readings.Read(m.Id, subject, Periods[2])) == Periods[2].Sum(day => Kpis.Value(readings.Read(m.Id, subject, new(day, day)))));
            },
            iter: 100);

    [Fact]
    public void A_team_has_what_its_members_have_while_they_are_in_it() =>
        Books.Sample(
            facts =>
            {
                var readings = Kpis.Open(Document, facts);
                string[] sums = ["visits", "minutes", "issued", "fyp", "cases"];
                return sums.All(m => new[] { "T1", "T2", "T3" }.All(team =>
                    Kpis.Value(readings.Read(new(m), Subject.Of(new TeamId(team)), Periods[2])) == Periods[2].Sum(day => readings.Facts.Organisation
                        .AgentsOf(team, day)
                        .Sum(agent => Kpis.Value(readings.Read(new(m), Subject.Of(agent), new(day, day)))))));
            },
            iter: 100);

    // Of three contracts of thirty days each follows the one before without a break, unless it has no end.
    private static AgentFact Contract(int who, int nth, int how) => Facts.Agent($"E{who}") with
    {
        Origin = new("crm", $"E{who}-{nth}{(how == 3 ? "-open" : "")}"),
        Date = Periods[0].Start.PlusDays(30 * nth),
        LeftOn = how == 3 ? null : Periods[0].Start.PlusDays((30 * nth) + 29),
    };

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static IReadOnlyList<FactReference> Named(Reading reading) =>
        reading is Reading.Measured measured ? measured.Evidence.Facts : ((Reading.Absent)reading).Evidence.Facts;
}

internal static class TeamsOfTheDay
{
    public static IEnumerable<AgentId> AgentsOf(this Organisation organisation, string team, LocalDate day) =>
        new[] { "E1", "E2", "E3" }.Select(a => new AgentId(a)).Where(a => organisation.TeamOf(a, day)?.Value == team);
}
