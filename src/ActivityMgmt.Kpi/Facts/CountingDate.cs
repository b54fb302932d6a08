namespace ActivityMgmt.Kpi;

// On which of its days a policy counts. All other facts count on their date.
internal enum CountingDate
{
    Submitted,
    Issued,
    Effective,
    CallbackPassed,
    ReceiptReturned,
}
