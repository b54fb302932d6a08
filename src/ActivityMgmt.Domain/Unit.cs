namespace ActivityMgmt.Domain;

/// <summary>What a number counts: pieces, money of one currency, a ratio, hours, minutes, days or points.</summary>
/// <remarks><c>default</c> is <see cref="Count"/>.</remarks>
public readonly record struct Unit
{
    private readonly string? _code;

    private Unit(string code) => _code = code;

    /// <summary>Pieces: calls, cases, people.</summary>
    public static Unit Count { get; } = new("count");

    /// <summary>A share of one: 0.25 is a quarter.</summary>
    public static Unit Ratio { get; } = new("ratio");

    /// <summary>Hours.</summary>
    public static Unit Hours { get; } = new("hours");

    /// <summary>Minutes.</summary>
    public static Unit Minutes { get; } = new("minutes");

    /// <summary>Days.</summary>
    public static Unit Days { get; } = new("days");

    /// <summary>Points on a scale that the measure declares.</summary>
    public static Unit Score { get; } = new("score");

    /// <summary>Money of a currency.</summary>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is not three capital letters.</exception>
    public static Unit Money(string currency) => new(ActivityMgmt.Domain.Money.Zero(currency).Currency);

    /// <summary>The unit's code: <c>count</c>, <c>ratio</c>, <c>hours</c>, <c>minutes</c>, <c>days</c>, <c>score</c>, or a currency such as <c>CNY</c>.</summary>
    public string Code => _code ?? "count";

    /// <summary>Whether the unit is money.</summary>
    public bool IsMoney => Code.Length == 3 && char.IsAsciiLetterUpper(Code[0]);

    /// <summary>The unit with a code.</summary>
    /// <exception cref="FormatException">The code is neither a known unit nor a currency.</exception>
    public static Unit Parse(string code) => code switch
    {
        "count" or "ratio" or "hours" or "minutes" or "days" or "score" => new(code),
        { Length: 3 } when code.All(char.IsAsciiLetterUpper) => new(code),
        _ => throw new FormatException($"'{code}' is not a unit; expected count, ratio, hours, minutes, days, score or a currency such as CNY."),
    };

    /// <summary>Whether the codes are the same.</summary>
    public bool Equals(Unit other) => Code == other.Code;

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
