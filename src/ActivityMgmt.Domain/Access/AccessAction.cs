namespace ActivityMgmt.Domain;

/// <summary>What may be done with data.</summary>
public enum AccessAction
{
    /// <summary>Look at it.</summary>
    See,

    /// <summary>Settle or change it.</summary>
    Decide,
}
