namespace ActivityMgmt.Import;

/// <summary>An exact decimal number.</summary>
internal sealed class DecimalType : FieldType
{
    private readonly bool _mayBeNegative;

    private DecimalType(bool mayBeNegative) => _mayBeNegative = mayBeNegative;

    /// <summary>0 or more: amounts, hours.</summary>
    public static DecimalType NotNegative { get; } = new(false);

    /// <summary>Any number.</summary>
    public static DecimalType Any { get; } = new(true);

    public override string Expected => "document.kind.number";

    public override Reason? Read(string text, ReadingRules rules, string column, out object? value)
    {
        value = null;
        if (!rules.Numbers.TryRead(text, out var number))
        {
            return Rejections.WrongNumber(text, column, rules.Numbers.Example);
        }

        value = number;
        return number < 0 && !_mayBeNegative ? Rejections.NegativeAmount(text, column) : null;
    }
}

/// <summary>A decimal number from a lower bound, included unless it is a share, to an upper one, included.</summary>
internal sealed class RangeType : FieldType
{
    private readonly int _from;
    private readonly int _to;
    private readonly bool _isShare;

    private RangeType(int from, int to, bool isShare = false) => (_from, _to, _isShare) = (from, to, isShare);

    /// <summary>0 to 1, both included.</summary>
    public static RangeType Probability { get; } = new(0, 1);

    /// <summary>Above 0, and at most 1.</summary>
    public static RangeType Share { get; } = new(0, 1, isShare: true);

    /// <summary>Degrees north.</summary>
    public static RangeType Latitude { get; } = new(-90, 90);

    /// <summary>Degrees east.</summary>
    public static RangeType Longitude { get; } = new(-180, 180);

    public override string Expected => "document.kind.number";

    public override Reason? Read(string text, ReadingRules rules, string column, out object? value)
    {
        value = null;
        if (!rules.Numbers.TryRead(text, out var number))
        {
            return Rejections.WrongNumber(text, column, rules.Numbers.Example);
        }

        value = number;
        return _isShare && (number <= 0m || number > 1m) ? Rejections.NoShare(text, column)
            : number < _from || number > _to ? Rejections.OutOfRange(text, column, number, _from, _to)
            : null;
    }
}

/// <summary>A whole number within bounds, both included.</summary>
internal sealed class WholeType(long from, long to) : FieldType
{
    private readonly bool _isLong = to > int.MaxValue;

    /// <summary>Minutes and the like.</summary>
    public static WholeType NotNegative { get; } = new(0, int.MaxValue);

    /// <summary>Policy years, revisions.</summary>
    public static WholeType FromOne { get; } = new(1, int.MaxValue);

    /// <summary>Running numbers.</summary>
    public static WholeType Sequence { get; } = new(0, long.MaxValue);

    public override string Expected => "document.kind.whole-number";

    public override Reason? Read(string text, ReadingRules rules, string column, out object? value)
    {
        value = null;
        if (!rules.Numbers.TryRead(text, out var number) || number != decimal.Truncate(number))
        {
            return Rejections.WrongWholeNumber(text, column);
        }

        if (number < from || number > to)
        {
            return from == 0 && number < 0 ? Rejections.NegativeAmount(text, column) : Rejections.OutOfRange(text, column, number, from, to);
        }

        value = _isLong ? (long)number : (object)(int)number;
        return null;
    }
}
