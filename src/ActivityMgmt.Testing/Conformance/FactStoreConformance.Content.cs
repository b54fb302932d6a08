using static ActivityMgmt.Testing.FactTrials;

namespace ActivityMgmt.Testing;

/// <content>What goes in comes out.</content>
public static partial class FactStoreConformance
{
    /// <summary>At least one fact of each kind, with optional members given and left out.</summary>
    internal static IReadOnlyList<Fact> OfEveryKind { get; } =
    [
        TestFacts.Joined("E1"),
        TestFacts.Joined("E2", left: Third) with { RewardPreference = "training", WorksOn = Weekdays.Monday | Weekdays.Friday },
        TestFacts.Licensed("E1", until: new(2026, 12, 31)),
        TestFacts.Assigned("E1", "T1", rank: "A2", leads: true),
        TestFacts.Assigned("E2", "T1", until: Third),
        TestFacts.Customer("C1", owner: "E1", refused: Second) with { Segment = "family", MarketingConsent = false },
        TestFacts.Customer("C2") with { TimeZone = null },
        TestFacts.Entered("O1", "E1", "proposal", value: 12_000.5m) with { Customer = new("C1"), Product = "life" },
        TestFacts.Entered("O2", "E1", "lost"),
        TestFacts.Did("E1", "interview", customer: "C1", outcome: "success") with { Channel = "face-to-face", Minutes = 45, Opportunity = new("O1") },
        TestFacts.Did("E1", "call"),
        TestFacts.Sold("P1", "E1", customer: "C1"),
        TestFacts.Sold("P2", "E1") with { IssuedOn = null, EffectiveOn = null },
        TestFacts.Happened("P1", PolicyEventKind.CallbackPassed),
        TestFacts.Collected("P1", 6000m) with { DueOn = Third },
        TestFacts.Refunded("P1", 0.01m),
        TestFacts.Trained("E1", 1.5m) with { Passed = true },
        TestFacts.Scored("E1", 9, customer: "C1"),
        TestFacts.Complained("E1"),
        TestFacts.Market(-3.25m),
        TestFacts.Team("T1", parent: "区域一"),
        TestFacts.Team("区域一", until: Third) with { Level = "region" },
        TestFacts.BroughtIn("E2", "E1"),
        TestFacts.BroughtIn("E2", "E1", LineageRelation.Bred, until: Third),
        TestFacts.OnLeave("E1", until: Third),
        TestFacts.Recruited("R1", "E1"),
        TestFacts.Recruited("R1", "E1", RecruitStage.Dropped) with { DroppedBecause = "其他公司" },
        TestFacts.Consented("C1", given: false) with { Until = Third },
        TestFacts.HasRole("P1", PolicyRole.Seller, "E1", share: 0.35m) with { IsByHandover = true },
        TestFacts.HasRole("P1", PolicyRole.Applicant, "E1") with { Agent = null, Customer = new("C1") },
        TestFacts.Due("P1", 6000m) with { GraceEndsOn = new(2026, 9, 13) },
        TestFacts.Appointment("A1", "E1", startsAt: Instant.FromUtc(2026, 7, 16, 2, 0)) with { Minutes = 30, Customer = new("C1") },
        TestFacts.Appointment("A1", "E1", what: AppointmentEvent.Cancelled) with { Because = "客户出差" },
        TestFacts.Attended("E1"),
        TestFacts.Attended("E2", AttendanceStatus.Excused) with { Because = "leave" },
        TestFacts.AtEvent("产说会", "E1", "C1"),
        TestFacts.AtEvent("产说会", "E1", "C1", GroupEventStage.Collected) with { Policy = new("P1") },
        TestFacts.EnteredByHand("E1", "recruits", 2.5m, by: "manager"),
    ];

    private static async Task HoldsNothingAtFirstAsync(Trial<IFactStore> trial)
    {
        await trial.HoldsAsync("The book of a tenant without facts").ConfigureAwait(false);
        trial.Equal("The book as known at sequence 0", [], await trial.ReadAsync(asKnownAt: 0).ConfigureAwait(false));
        trial.Equal("The deliveries of a tenant without facts", [], await trial.DeliveriesAsync().ConfigureAwait(false));
    }

    private static async Task ComeBackAsync(Trial<IFactStore> trial)
    {
        await trial.BecomesAsync(TestDeliveries.On(First, [.. OfEveryKind]), new(Added: OfEveryKind.Count)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read", [.. FactBook.Of(OfEveryKind).All]).ConfigureAwait(false);
    }

    private static async Task LimitsComeBackAsync(Trial<IFactStore> trial)
    {
        Fact[] facts =
        [
            TestFacts.Market(decimal.MaxValue, market: "1"),
            TestFacts.Market(decimal.MinValue, market: "2"),
            TestFacts.Market(0.0000000000000000000000000001m, market: "3"),
            TestFacts.Market(7922816251426433759354395033.5m, market: "4"),
            TestFacts.Market(0m, market: "5"),
            TestFacts.Joined("first", on: LocalDate.MinIsoValue),
            TestFacts.Joined("last", on: LocalDate.MaxIsoValue),
            TestFacts.Joined("leap", on: new(2024, 2, 29), left: new(2028, 2, 29)),
            TestFacts.Did("E1", "early", id: "early") with { StartedAt = Instant.MinValue },
            TestFacts.Did("E1", "late", id: "late") with { StartedAt = Instant.MaxValue },
            TestFacts.Did("E1", "precise", id: "precise") with { StartedAt = Instant.FromUtc(2026, 7, 15, 2, 0).PlusNanoseconds(1) },
            TestFacts.Joined("sequence") with { Origin = new("crm", "sequence", int.MaxValue, long.MaxValue) },
            TestFacts.Joined("negative") with { Origin = new("crm", "negative", 1, long.MinValue) },
        ];

        await trial.AppendAsync(TestDeliveries.On(First, facts)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read", [.. FactBook.Of(facts).All]).ConfigureAwait(false);
    }

    private static async Task TextComesBackAsync(Trial<IFactStore> trial)
    {
        string[] texts = ["业务员 '李娜' 😀", "'; DROP TABLE facts; --", "\" OR 1=1 --", "$tenant", "%", "_", "\\", "a/b@1", " leading and trailing ", "line\r\nbreak\ttab", "e\u0301", "é", "ﬁ", "İ"];
        Fact[] facts = [.. texts.Select(t => (TestFacts.Did(t, t, id: t, outcome: t) with { Channel = t }).From(t.Replace('/', ':')))];

        foreach (var (fact, n) in facts.Select((f, n) => (f, n)))
        {
            await trial.AppendAsync(TestDeliveries.On(First.PlusDays(n), fact) with { Name = texts[n], Source = fact.Origin.Source, CompleteKinds = [FactKind.Activity] }).ConfigureAwait(false);
        }

        await trial.HoldsAsync("The facts read", [.. FactBook.Of(facts).All]).ConfigureAwait(false);
        trial.Equal("The names of the deliveries", texts, (await trial.DeliveriesAsync().ConfigureAwait(false)).Select(d => d.Name));
    }

    private static async Task CanonicalOrderAsync(Trial<IFactStore> trial)
    {
        Fact[] ordered =
        [
            TestFacts.Joined("z", on: Second),
            Visit("9") with { Date = Third, Origin = new("crm", "9", 1, Sequence: -1) },
            TestFacts.Joined("y", on: Third),
            Visit("B") with { Date = Third },
            Visit("a") with { Date = Third },
            Visit("甲") with { Date = Third },
            Visit("1") with { Date = Third, Origin = new("erp", "1") },
            Visit("0") with { Date = Third, Origin = new("crm", "0", 1, Sequence: 2) },
        ];
        Fact[] arriving = [ordered[7], ordered[4], ordered[0], ordered[6], ordered[2], ordered[5], ordered[1], ordered[3]];

        await trial.AppendAsync(TestDeliveries.On(First, arriving[..3])).ConfigureAwait(false);
        await trial.AppendAsync(TestDeliveries.On(Second, arriving[3..])).ConfigureAwait(false);

        await trial.HoldsAsync("The facts by date, source sequence and key", ordered).ConfigureAwait(false);
    }

    private static async Task IdentityAsync(Trial<IFactStore> trial)
    {
        Fact[] facts =
        [
            Visit("a"), Visit("A"), Visit("á"), Visit("a\u0301"), Visit("a "), Visit("a").From("CRM"), Visit("a").From("app"),
            TestFacts.Joined("a"), TestFacts.Customer("a"), TestFacts.Sold("a", "E1"),
        ];

        await trial.BecomesAsync(TestDeliveries.On(First, facts), new(Added: facts.Length)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read", [.. FactBook.Of(facts).All]).ConfigureAwait(false);
    }

    private static async Task BooksAreImmutableAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"))).ConfigureAwait(false);
        var (book, deliveries) = (await trial.ReadAsync().ConfigureAwait(false), await trial.DeliveriesAsync().ConfigureAwait(false));

        await trial.AppendAsync(Complete(Second, Visit("2"))).ConfigureAwait(false);

        trial.Equal("The book that was read before", [Visit("1")], book);
        trial.Equal("The number of deliveries that were listed before", 1, deliveries.Count);
    }
}
