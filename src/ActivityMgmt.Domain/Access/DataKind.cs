namespace ActivityMgmt.Domain;

/// <summary>A kind of data that access is granted to.</summary>
public enum DataKind
{
    /// <summary>Goals and their history.</summary>
    Goals,

    /// <summary>Activity plans.</summary>
    Plans,

    /// <summary>Checkpoints and what was decided at them.</summary>
    Checkpoints,

    /// <summary>Evaluations.</summary>
    Evaluations,

    /// <summary>Customers and opportunities.</summary>
    Customers,

    /// <summary>Activities and what else happened.</summary>
    Activities,

    /// <summary>Statements, rank proposals, titles and support offers.</summary>
    Pay,

    /// <summary>The audit trail.</summary>
    Audit,

    /// <summary>The organisation: contracts, teams, ranks and lineage. To change it is to decide on it.</summary>
    Organisation,
}
