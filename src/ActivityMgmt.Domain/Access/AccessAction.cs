namespace ActivityMgmt.Domain;

/// <summary>What may be done with data.</summary>
public enum AccessAction
{
    /// <summary>Look at it.</summary>
    See,

    /// <summary>Settle or change it.</summary>
    Decide,

    /// <summary>Put it forward for somebody else to agree, and answer what somebody else put forward. Who may decide may do that, too.</summary>
    Propose,
}
