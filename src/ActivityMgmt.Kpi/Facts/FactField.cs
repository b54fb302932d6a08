namespace ActivityMgmt.Kpi;

// Which other facts a field is read from; they become evidence wherever the field decides.
[Flags]
internal enum FieldSources
{
    Own = 0,
    Assignment = 1,
    Master = 2,
    Customer = 4,
}

// A field of a kind of fact, as "where" and "of" name it.
internal sealed record FactField(ExpressionName Name, Func<FactContext, ExpressionValue> Read, FieldSources Sources = FieldSources.Own);
