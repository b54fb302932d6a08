namespace ActivityMgmt.Kpi;

/// <summary>A day that a fact needs before it counts.</summary>
/// <param name="Code">What happens on it, a code with a text.</param>
/// <param name="Day">The day; null as long as it hasn't come.</param>
/// <param name="By">The fact that told it; null when the fact itself or its policy does.</param>
internal readonly record struct NeededDay(string Code, LocalDate? Day, Fact? By)
{
    public static string CodeOf(PolicyEventKind kind) => kind switch
    {
        PolicyEventKind.ReceiptReturned => "kpi.day.receipt-returned",
        PolicyEventKind.CallbackPassed => "kpi.day.callback-passed",
        _ => "kpi.day.cooling-off-ended",
    };
}
