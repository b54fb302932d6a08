namespace ActivityMgmt.Domain;

/// <summary>What part of a premium an amount is.</summary>
public enum PremiumPart
{
    /// <summary>The main policy's premium (主险保费).</summary>
    Main,

    /// <summary>A rider's premium (附加险保费).</summary>
    Rider,

    /// <summary>The target premium of a universal life policy (基本保费).</summary>
    Target,

    /// <summary>What was paid above the target premium (额外保费).</summary>
    Excess,

    /// <summary>A voluntary addition (追加保费).</summary>
    TopUp,

    /// <summary>An addition for higher risk (加费).</summary>
    Loading,

    /// <summary>A fee.</summary>
    Fee,

    /// <summary>A tax.</summary>
    Tax,
}
