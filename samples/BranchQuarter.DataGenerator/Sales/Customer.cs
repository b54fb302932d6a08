using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>A customer of one agent, as first known.</summary>
internal sealed record Customer(string No, string Owner, LocalDate CreatedOn)
{
    private static readonly (string, int)[] Segments = [("FAM", 42), ("NEW", 30), ("BIZ", 15), ("SEN", 13)];

    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>Customers who do not want advertising get service visits only.</summary>
    public bool MarketingOk { get; init; } = true;

    public ExportRow Row() => new(
        ExportFile.Customers,
        CreatedOn,
        No,
        PersonNames.For(No),
        Owner,
        Dice.For($"{No}/segment").Weighted(Segments),
        TimeZone,
        MarketingOk ? "Y" : "N",
        "",
        Text.Of(CreatedOn));
}
