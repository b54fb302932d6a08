namespace ActivityMgmt.Kpi;

// A part of a condition that is not true: how it reads, whether it is unknown rather than false, and the names in it.
internal sealed record FalsePart(string Text, bool IsUnknown, IReadOnlyList<string> Names);
