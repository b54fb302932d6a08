namespace ActivityMgmt.Kpi;

// On which of its days a policy counts. Own: the fact's own date, for everything that isn't a policy.
internal enum CountingDate
{
    Own,
    Submitted,
    Collected,
    Issued,
    Effective,
    ReceiptReturned,
    CallbackPassed,
    CoolingOffEnded,
}
