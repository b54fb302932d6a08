namespace ActivityMgmt.Incentives;

/// <summary>When collected premium counts.</summary>
internal enum CountingDate
{
    /// <summary>On the day it was collected.</summary>
    Collected,

    /// <summary>When the policy is issued as well.</summary>
    Issued,

    /// <summary>When cover has begun as well.</summary>
    Effective,

    /// <summary>When the call-back has succeeded as well.</summary>
    CallbackPassed,
}

/// <summary>What has to be in order besides, before premium counts.</summary>
internal enum Gate
{
    /// <summary>The practice certificate was valid on the day of submission.</summary>
    LicenceValid,

    /// <summary>The signed receipt came back; premium counts from that day at the earliest.</summary>
    ReceiptReturned,
}
