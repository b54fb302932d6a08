namespace ActivityMgmt.Kpi.Tests;

/// <summary>Checkpoints of goals whose figures are typed in, with the real engine, forecaster and cause finder.</summary>
public class ManualGoalCheckpointTests
{
    private static readonly DateInterval Q3 = Facts.Period("2026-07-01", "2026-09-30");

    private static readonly Fact[] Visits =
    [
        Facts.Agent(joined: "2024-01-01"),
        .. Enumerable.Range(0, 180).Select(i => Facts.Activity("2026-01-02", "visit") with { Date = new LocalDate(2026, 1, 2).PlusDays(i) }),
    ];

    [Theory]
    [InlineData("referral-asks")] // no measure of the document: the usual case
    [InlineData("visits")]
    public void Are_made_from_the_entries_alone_whether_or_not_the_document_has_such_a_measure(string measure)
    {
        var entry = new EntryFact { Origin = new("crm", "N1"), Date = new(2026, 7, 5), Agent = new("E1"), Measure = measure, Value = 50m, EnteredBy = new("E1") };
        var readings = Kpis.Open(Kpis.Document([Kpis.Measure("visits", """ "kind": "count", "facts": "activity" """)], "\"visits\""), [.. Visits, entry]);

        var checkpoint = Review(measure, readings);

        Assert.Equal(Quantity.Count(50m), Assert.IsType<Reading.Measured>(checkpoint.Actual).Value);
        Assert.Equal("goal.no-forecast-of-entries", Assert.IsType<Forecast.Absent>(checkpoint.Forecast).Reason.Code);
        Assert.Equal(GoalStatus.Ahead, checkpoint.Status); // 50 of 100 on 19 July
    }

    [Fact]
    public void Without_an_entry_there_is_no_data()
    {
        var checkpoint = Review("referral-asks", Kpis.Open(Kpis.Document([Kpis.Measure("visits", """ "kind": "count", "facts": "activity" """)], "\"visits\""), Visits));

        Assert.Equal((GoalStatus.NoData, "goal.no-entry"), (checkpoint.Status, Assert.IsType<Reading.NoData>(checkpoint.Actual).Reason.Code));
    }

    [Fact]
    public void Smart_findings_are_given_for_a_measure_that_no_document_has()
    {
        var readings = Kpis.Open(Kpis.Document([Kpis.Measure("visits", """ "kind": "count", "facts": "activity" """)], "\"visits\""), Visits);

        var findings = new SmartReview(new RunRateForecaster()).Review(Goal("referral-asks"), readings, Facts.Period("2026-01-01", "2026-06-30"), new(), new(2026, 7, 1));

        Assert.Equal(["smart.specific", "smart.no-history", "smart.attainability-unknown", "smart.licence-unknown", "smart.time-bound"], findings.Select(f => f.Reason.Code));
    }

    private static Checkpoint Review(string measure, IReadings readings) =>
        new CheckpointReview(new(), new RunRateForecaster(), new FunnelCauseFinder())
            .Review(Goal(measure), null, readings, new(2026, 7, 19), null, Facts.Period("2026-01-01", "2026-06-30"), []);

    private static Goal Goal(string measure) => new()
    {
        Id = new("2026Q3/" + measure),
        Partition = "2026Q3",
        Measure = new(measure),
        Subject = Kpis.E1,
        Period = Q3,
        State = GoalState.Active,
        Source = GoalSource.Manual,
        Revisions = [new(Quantity.Count(100m), Q3.Start, new("manager"), Reason.Of("stated.reason"))],
    };
}
