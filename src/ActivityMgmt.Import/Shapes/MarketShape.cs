namespace ActivityMgmt.Import;

internal static class MarketShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "market",
        Kind = FactKind.Market,
        Fields = [FactField.Text("market"), FactField.Text("indicator"), new("value", DecimalType.Any), FactField.Date("date")],
        Make = (row, origin) => new MarketFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Market = row.Text("market"),
            Indicator = row.Text("indicator"),
            Value = row.Decimal("value"),
        },
    };
}
