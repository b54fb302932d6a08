namespace ActivityMgmt.Domain;

/// <summary>How premium is paid (缴费方式).</summary>
public enum PaymentMode
{
    /// <summary>Once a year (年缴).</summary>
    Annual,

    /// <summary>Twice a year (半年缴).</summary>
    SemiAnnual,

    /// <summary>Four times a year (季缴).</summary>
    Quarterly,

    /// <summary>Every month (月缴).</summary>
    Monthly,

    /// <summary>Once and for all (趸缴).</summary>
    Once,
}
