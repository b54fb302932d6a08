namespace ActivityMgmt.Domain;

/// <summary>What a fact is about.</summary>
public enum FactKind
{
    /// <summary>An agent's master data: joining, leaving, preference.</summary>
    Agent,

    /// <summary>A practice certificate of an agent.</summary>
    Licence,

    /// <summary>An agent's place in the organisation for a while.</summary>
    Assignment,

    /// <summary>A customer's master data: owner, segment, consent.</summary>
    Customer,

    /// <summary>An opportunity entering a stage of the sales process.</summary>
    Opportunity,

    /// <summary>Something an agent did or missed: a call, an interview, a meeting.</summary>
    Activity,

    /// <summary>A policy's master data: seller, product, premium, dates.</summary>
    Policy,

    /// <summary>Something that happened to a policy: receipt, call-back, cancellation, lapse.</summary>
    PolicyEvent,

    /// <summary>Premium collected or refunded.</summary>
    Premium,

    /// <summary>A course or coaching attended.</summary>
    Training,

    /// <summary>A customer's voice: a survey score or a complaint.</summary>
    Feedback,

    /// <summary>A reading of the local market.</summary>
    Market,

    /// <summary>A team's place in the reporting tree.</summary>
    Team,

    /// <summary>A relation of the sponsor lineage: recruited, bred.</summary>
    Lineage,

    /// <summary>Days on which an agent does not work.</summary>
    Leave,

    /// <summary>A candidate's step on the way to becoming an agent.</summary>
    Recruit,

    /// <summary>A customer's yes or no to a purpose.</summary>
    Consent,

    /// <summary>Somebody's role in a policy.</summary>
    PolicyRole,

    /// <summary>A premium asked for.</summary>
    PremiumDue,

    /// <summary>Something that happened to a planned activity.</summary>
    Appointment,

    /// <summary>Attendance at a meeting.</summary>
    Attendance,

    /// <summary>A customer's step at an event for several.</summary>
    GroupEvent,

    /// <summary>A value somebody typed in.</summary>
    Entry,
}
