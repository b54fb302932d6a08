using System.Globalization;

namespace ActivityMgmt.Incentives;

/// <summary>Steps that several kinds of component write into a trace.</summary>
internal static class PayTrace
{
    public static Reason Rounding(Rounding rounding, Money amount) => Reason.Of(
        "pay.step.rounded",
        ("to", rounding.To),
        ("mode", ReasonValue.Term("pay.rounding." + RoundingModes.CodeOf(rounding.Mode))),
        ("amount", amount));

    public static string EventCode(PolicyEventKind kind) => kind switch
    {
        PolicyEventKind.CancelledInCoolingOff => "pay.event.cancelled-in-cooling-off",
        PolicyEventKind.Lapsed => "pay.event.lapsed",
        PolicyEventKind.Surrendered => "pay.event.surrendered",
        PolicyEventKind.ClaimEnded => "pay.event.claim-ended",
        PolicyEventKind.Replaced => "pay.event.replaced",
        PolicyEventKind.Matured => "pay.event.matured",
        PolicyEventKind.Declined => "pay.event.declined",
        PolicyEventKind.Withdrawn => "pay.event.withdrawn",
        _ => "pay.event.other",
    };

    /// <summary>A band as its ends, such as <c>[30000,50000)</c>.</summary>
    public static string Shown(Band band, BandBounds bounds) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(bounds == BandBounds.LowerIncluded ? '[' : '(')}{band.From},{band.To?.ToString(CultureInfo.InvariantCulture) ?? "∞"}{(bounds == BandBounds.LowerIncluded || band.To is null ? ')' : ']')}");
}

/// <summary>The codes of rounding modes, as documents write them.</summary>
internal static class RoundingModes
{
    public static IReadOnlyDictionary<string, RoundingMode> ByCode { get; } = new Dictionary<string, RoundingMode>
    {
        ["half-away-from-zero"] = RoundingMode.HalfAwayFromZero,
        ["half-even"] = RoundingMode.HalfEven,
        ["towards-zero"] = RoundingMode.TowardsZero,
        ["down"] = RoundingMode.Down,
        ["up"] = RoundingMode.Up,
    };

    public static string CodeOf(RoundingMode mode) => ByCode.First(m => m.Value == mode).Key;
}
