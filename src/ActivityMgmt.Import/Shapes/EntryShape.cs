namespace ActivityMgmt.Import;

internal static class EntryShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "entry",
        Kind = FactKind.Entry,
        Fields =
        [
            FactField.Agent(),
            FactField.Text("measure"),
            new("value", DecimalType.Any),
            FactField.Text("enteredBy"),
            FactField.Date("date"),
        ],
        Make = (row, origin) => new EntryFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Agent = row.Agent(),
            Measure = row.Text("measure"),
            Value = row.Decimal("value"),
            EnteredBy = new(row.Text("enteredBy")),
        },
    };
}
