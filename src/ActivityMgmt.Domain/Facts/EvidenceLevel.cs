namespace ActivityMgmt.Domain;

/// <summary>How sure it is that an activity happened; ordered from least to most.</summary>
public enum EvidenceLevel
{
    /// <summary>The agent says so.</summary>
    SelfReported,

    /// <summary>A record of the CRM goes with it: a proposal, an opportunity's stage.</summary>
    LinkedToRecord,

    /// <summary>The customer confirmed it.</summary>
    ConfirmedByCustomer,

    /// <summary>A system captured it: telephony, a signed-in visit.</summary>
    SystemCaptured,
}
