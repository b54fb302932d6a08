namespace ActivityMgmt.Import;

/// <summary>A local date. A format with a time gives the time's date, one with an offset the date in the mapping's zone.</summary>
internal sealed class DateType : FieldType
{
    public static DateType Local { get; } = new();

    public override string Expected => "document.kind.date";

    public override Reason? Read(string text, ReadingRules rules, string column, out object? value)
    {
        value = null;
        if (!rules.Dates.TryRead(text, out var read))
        {
            return Rejections.WrongDate(text, column, rules.Dates);
        }

        value = read.Offset is { } offset ? read.Local.WithOffset(offset).InZone(rules.Zone).Date : read.Local.Date;
        return null;
    }
}

/// <summary>A moment: a local time of the mapping's zone, or a time with an offset.</summary>
internal sealed class MomentType : FieldType
{
    public static MomentType InZone { get; } = new();

    public override string Expected => "import.kind.moment";

    public override Reason? Read(string text, ReadingRules rules, string column, out object? value)
    {
        value = null;
        if (!rules.Dates.TryRead(text, out var read))
        {
            return Rejections.WrongDate(text, column, rules.Dates);
        }

        if (read.Offset is { } offset)
        {
            value = read.Local.WithOffset(offset).InZone(rules.Zone);
            return null;
        }

        var mapped = rules.Zone.MapLocal(read.Local);
        if (mapped.Count != 1 && rules.RefusesUnclearTimes)
        {
            return Rejections.UnclearTime(text, column, rules.Zone, isSkipped: mapped.Count == 0);
        }

        value = rules.Zone.ResolveLocal(read.Local, NodaTime.TimeZones.Resolvers.LenientResolver);
        return null;
    }
}
