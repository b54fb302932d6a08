namespace ActivityMgmt.Import;

/// <summary>One of a closed set of codes, each of which stands for a value of the model.</summary>
internal sealed class CodeType : FieldType
{
    private readonly Dictionary<string, object> _values;

    public CodeType(params (string Code, object Value)[] codes)
    {
        _values = codes.ToDictionary(c => c.Code, c => c.Value, StringComparer.Ordinal);
        Codes = [.. codes.Select(c => c.Code)];
    }

    public static CodeType Flag { get; } = new(("true", true), ("false", false));

    public override IReadOnlyList<string> Codes { get; }

    public override string Expected => "import.kind.code";

    public override Reason? Read(string text, ReadingRules rules, string column, out object? value)
    {
        if (_values.TryGetValue(text, out value))
        {
            return null;
        }

        return Rejections.UnknownCode(text, column, Codes);
    }
}

/// <summary>An IANA time zone, such as <c>Asia/Shanghai</c>.</summary>
internal sealed class ZoneType : FieldType
{
    public static ZoneType Iana { get; } = new();

    public override string Expected => "import.kind.zone";

    public override Reason? Read(string text, ReadingRules rules, string column, out object? value)
    {
        value = text;
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is null ? Rejections.UnknownCode(text, column, ["Asia/Shanghai", "Europe/Berlin", "…"]) : null;
    }
}

/// <summary>Weekdays: names with spaces between, such as <c>monday wednesday</c>, in any order.</summary>
internal sealed class WeekdaysType : FieldType
{
    private static readonly string[] DayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static WeekdaysType Names { get; } = new();

    public override string Expected => "import.kind.weekdays";

    public override Reason? Read(string text, ReadingRules rules, string column, out object? value)
    {
        var days = Weekdays.None;
        value = days;
        foreach (var name in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var index = Array.IndexOf(DayNames, name);
            if (index < 0)
            {
                return Rejections.UnknownCode(name, column, DayNames);
            }

            days |= (Weekdays)(1 << index);
        }

        value = days;
        return null;
    }
}

/// <summary>A currency: three capital letters.</summary>
internal sealed class CurrencyType : FieldType
{
    public static CurrencyType Iso { get; } = new();

    public override string Expected => "import.kind.currency";

    public static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    public override Reason? Read(string text, ReadingRules rules, string column, out object? value)
    {
        value = text;
        return IsCurrency(text) ? null : Rejections.UnknownCode(text, column, ["CNY", "USD", "…"]);
    }
}
