namespace ActivityMgmt.Import;

internal static class TrainingShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "training",
        Kind = FactKind.Training,
        Fields =
        [
            FactField.Agent(),
            FactField.Text("course"),
            FactField.Text("topic"),
            new("hours", DecimalType.NotNegative),
            new("passed", CodeType.Flag, IsRequired: false),
            FactField.Date("date"),
        ],
        Make = (row, origin) => new TrainingFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Agent = row.Agent(),
            Course = row.Text("course"),
            Topic = row.Text("topic"),
            Hours = row.Decimal("hours"),
            Passed = row.FlagOrNone("passed"),
        },
    };
}
