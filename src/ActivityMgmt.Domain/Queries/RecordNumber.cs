namespace ActivityMgmt.Domain;

/// <summary>Exact quantities as plain numbers of flat records.</summary>
internal static class RecordNumber
{
    private static readonly Rounding Millionths = new(0.000001m, RoundingMode.HalfAwayFromZero);

    public static decimal Of(Quantity quantity) => quantity.Round(Millionths);
}
