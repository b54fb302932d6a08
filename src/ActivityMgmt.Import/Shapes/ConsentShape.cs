namespace ActivityMgmt.Import;

internal static class ConsentShape
{
    public static FactShape Shape { get; } = new()
    {
        Name = "consent",
        Kind = FactKind.Consent,
        Fields =
        [
            FactField.Customer() with { IsRequired = true },
            FactField.Text("purpose"),
            FactField.Flag("isGiven"),
            FactField.Date("date"),
            FactField.Date("until").Optional(),
        ],
        Make = (row, origin) => new ConsentFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Customer = new(row.Text("customer")),
            Purpose = row.Text("purpose"),
            IsGiven = row.FlagOrNone("isGiven")!.Value,
            Until = row.DateOrNone("until"),
        },
    };
}
