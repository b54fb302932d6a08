namespace ActivityMgmt.Kpi.Tests;

public class PersistencyTests
{
    private static readonly DateInterval June = Facts.Period("2026-06-01", "2026-06-30");

    // P1 of the worked examples: 100 sold, 70 renewed.
    [Fact]
    public void Is_seventy_percent_when_70_of_100_renewed()
    {
        var facts = Enumerable.Range(1, 100).SelectMany(i => Sold(i, renewedYears: i <= 70 ? 1 : 0));

        var reading = Read(""" "months": 13, "graceMonths": 2, "basis": "count" """, facts, June);

        Assert.Equal(Quantity.Ratio(7m, 10m), Assert.IsType<Reading.Measured>(reading).Value);
    }

    // P2: with grace to the end of the due month + 2, June judges policies effective last April.
    [Theory]
    [InlineData("2025-03-31", false)]
    [InlineData("2025-04-01", true)]
    [InlineData("2025-04-30", true)]
    [InlineData("2025-05-01", false)]
    public void Judges_in_June_the_policies_effective_last_April(string effective, bool judged) =>
        Assert.Equal(judged, Read(""" "months": 13, "graceMonths": 2, "basis": "count" """, [Facts.Policy("P1", effective: effective)], June) is Reading.Measured);

    // P2: due 2026-01-31 and paid 2026-04-01 is in time within 60 days, but late by the end of due month + 2.
    [Theory]
    [InlineData("\"graceDays\": 60", "2026-04-01", 1)]
    [InlineData("\"graceDays\": 60", "2026-04-02", 0)]
    [InlineData("\"graceMonths\": 2", "2026-04-01", 0)]
    [InlineData("\"graceMonths\": 2", "2026-03-31", 1)]
    public void Counts_what_is_paid_by_the_last_day_of_grace(string grace, string paid, int expected)
    {
        var reading = Read(
            $$""" "months": 13, {{grace}}, "basis": "count" """,
            [Facts.Policy("P1", effective: "2025-01-31"), Facts.Premium("P1", paid, year: 2)],
            Facts.Period("2026-03-01", "2026-04-30"));

        Assert.Equal(expected, Kpis.Value(reading));
    }

    [Theory]
    [InlineData("2026-03-31", false)]
    [InlineData("2026-04-01", true)] // the last day of grace decides in which period a policy is judged
    [InlineData("2026-04-02", false)]
    public void Judges_a_policy_on_the_day_its_grace_ends(string day, bool judged) =>
        Assert.Equal(judged, Read(""" "months": 13, "graceDays": 60, "basis": "count" """, [Facts.Policy("P1", effective: "2025-01-31")], Facts.Period(day, day)) is Reading.Measured);

    // P3: 100 → 70 → 60 is 60 % of the original, 85.7 % (6/7) of what was left a year earlier.
    [Theory]
    [InlineData("original", 3, 5)]
    [InlineData("reducing", 6, 7)]
    public void Gives_the_25_month_figure_under_both_methods(string balance, int part, int whole)
    {
        var facts = Enumerable.Range(1, 100).SelectMany(i => Sold(i, renewedYears: i <= 60 ? 2 : i <= 70 ? 1 : 0));

        var reading = Read($$""" "months": 25, "graceMonths": 2, "basis": "count", "balance": "{{balance}}" """, facts, Facts.Period("2027-06-01", "2027-06-30"));

        Assert.Equal(Quantity.Ratio(part, whole), Assert.IsType<Reading.Measured>(reading).Value);
    }

    [Fact]
    public void Weighs_by_premium_and_deducts_refunds()
    {
        var reading = Read(
            """ "months": 13, "graceMonths": 2, "basis": "premium" """,
            [
                Facts.Policy("P1", effective: "2025-04-10", premium: 3000m),
                Facts.Policy("P2", effective: "2025-04-10", premium: 1000m),
                Facts.Premium("P1", "2026-04-10", 3000m, year: 2),
                Facts.Premium("P1", "2026-05-10", 1000m, year: 2, PremiumKind.Refunded),
                Facts.Premium("P2", "2026-04-10", 1000m), // first-year premium says nothing about renewal
            ],
            June);

        Assert.Equal(Quantity.Ratio(1m, 2m), Assert.IsType<Reading.Measured>(reading).Value);
    }

    [Fact]
    public void Leaves_out_single_premium_and_what_never_became_effective() =>
        Assert.Equal("kpi.no-cohort", Assert.IsType<Reading.NoData>(Read(
            """ "months": 13, "graceMonths": 2, "basis": "count" """,
            [Facts.Policy("P1", effective: "2025-04-10", years: 1), Facts.Policy("P2")],
            June)).Reason.Code);

    [Fact]
    public void Leaves_out_cooling_off_cancellations_and_names_them()
    {
        var (policy, cancelled) = (Facts.Policy("P1", effective: "2025-04-10"), Facts.Event("P1", "2025-04-15", PolicyEventKind.CancelledInCoolingOff));

        var reading = Assert.IsType<Reading.NoData>(Read(""" "months": 13, "graceMonths": 2, "basis": "count" """, [policy, cancelled], June));

        Assert.Equal([policy.Reference, cancelled.Reference], reading.Evidence.Facts);
    }

    [Theory]
    [InlineData("2026-06-30", false)] // the last day of grace
    [InlineData("2026-07-01", true)]
    public void Leaves_out_what_a_claim_ended_by_the_end_of_the_grace(string claimed, bool judged) => Assert.Equal(judged, Read(
        """ "months": 13, "graceMonths": 2, "basis": "count" """,
        [Facts.Policy("P1", effective: "2025-04-10"), Facts.Event("P1", claimed, PolicyEventKind.ClaimEnded)],
        June) is Reading.Measured);

    // The receiver keeps 1 of 1; the orphan policy nobody pays for would make it 1 of 2.
    [Theory]
    [InlineData(PolicyRole.Servicer)]
    [InlineData(PolicyRole.Payee)]
    [InlineData(PolicyRole.PersistencyOwner)] // even where the host hands over everything
    public void An_orphan_policy_handed_over_leaves_the_receiver_s_figure_as_it_was(PolicyRole role)
    {
        Fact[] before = [.. Sold(1, renewedYears: 1), Facts.Policy("ORPHAN", agent: "E2", effective: "2025-04-15")];

        var without = Read(""" "months": 13, "graceMonths": 2, "basis": "count" """, before, June);
        var with = Read(""" "months": 13, "graceMonths": 2, "basis": "count" """, [.. before, Facts.Role("ORPHAN", role, "E1", "2026-01-01", isByHandover: true)], June);

        Assert.Equal(Quantity.Ratio(1m, 1m), Assert.IsType<Reading.Measured>(without).Value);
        Assert.Equal(without, with);
    }

    [Theory]
    [InlineData("2026-06-30", true)] // owner on the last day of grace
    [InlineData("2026-07-01", false)]
    public void A_policy_counts_for_its_persistency_owner_of_the_day_it_is_judged(string from, bool isE1s)
    {
        var reading = Read(
            """ "months": 13, "graceMonths": 2, "basis": "count" """,
            [Facts.Policy("P1", agent: "E2", effective: "2025-04-15"), Facts.Role("P1", PolicyRole.PersistencyOwner, "E1", from)],
            June);

        Assert.Equal(isE1s, reading is Reading.Measured);
    }

    private static IEnumerable<Fact> Sold(int number, int renewedYears)
    {
        var id = $"P{number:000}";
        yield return Facts.Policy(id, effective: "2025-04-15");
        for (var year = 1; year <= renewedYears; year++)
        {
            yield return Facts.Premium(id, $"{2025 + year}-04-20", year: year + 1);
        }
    }

    private static Reading Read(string members, IEnumerable<Fact> facts, DateInterval period) =>
        Kpis.Open(Kpis.Document([Kpis.Measure("m", $$""" "kind": "persistency", {{members}} """)]), facts).Read(new("m"), Kpis.E1, period);
}
