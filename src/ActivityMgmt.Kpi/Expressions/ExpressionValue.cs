namespace ActivityMgmt.Kpi;

/// <summary>What a name stands for when an expression is evaluated: a number, text, flag or date, or unknown.</summary>
/// <remarks><c>default</c> is <see cref="Unknown"/>. Asking for another type than the value has throws <see cref="InvalidOperationException"/>.</remarks>
public readonly record struct ExpressionValue
{
    private readonly Quantity _number;
    private readonly string? _text;
    private readonly LocalDate _date;
    private readonly bool _flag;
    private readonly byte _kind;

    private ExpressionValue(ExpressionType type, Quantity number = default, string? text = null, LocalDate date = default, bool flag = false)
    {
        _kind = (byte)(type + 1);
        (_number, _text, _date, _flag) = (number, text, date, flag);
    }

    /// <summary>Nothing is known: an absent reading, an empty field.</summary>
    public static ExpressionValue Unknown => default;

    /// <summary>An exact number. Its unit was checked when the expression was parsed and is not looked at again.</summary>
    public static ExpressionValue Of(Quantity number) => new(ExpressionType.Number, number: number);

    /// <summary>An exact number; unknown when <see langword="null"/>.</summary>
    public static ExpressionValue Of(decimal? number) => number is { } n ? Of(Quantity.Count(n)) : Unknown;

    /// <summary>Text; unknown when <see langword="null"/>.</summary>
    public static ExpressionValue Of(string? text) => text is null ? Unknown : new(ExpressionType.Text, text: text);

    /// <summary>A flag; unknown when <see langword="null"/>.</summary>
    public static ExpressionValue Of(bool? flag) => flag is { } f ? new(ExpressionType.Flag, flag: f) : Unknown;

    /// <summary>A date; unknown when <see langword="null"/>.</summary>
    public static ExpressionValue Of(LocalDate? date) => date is { } d ? new(ExpressionType.Date, date: d) : Unknown;

    /// <summary>The value of a reading; unknown when it is absent.</summary>
    public static ExpressionValue Of(Reading reading) => reading is Reading.Measured measured ? Of(measured.Value) : Unknown;

    /// <summary>Whether nothing is known.</summary>
    public bool IsUnknown => _kind == 0;

    /// <summary>The type; <see langword="null"/> when unknown.</summary>
    public ExpressionType? Type => _kind == 0 ? null : (ExpressionType)(_kind - 1);

    /// <summary>The number, exact.</summary>
    public Quantity Number => Is(ExpressionType.Number) ? _number : throw Wrong(ExpressionType.Number);

    /// <summary>The text.</summary>
    public string Text => Is(ExpressionType.Text) ? _text! : throw Wrong(ExpressionType.Text);

    /// <summary>The flag.</summary>
    public bool Flag => Is(ExpressionType.Flag) ? _flag : throw Wrong(ExpressionType.Flag);

    /// <summary>The date.</summary>
    public LocalDate Date => Is(ExpressionType.Date) ? _date : throw Wrong(ExpressionType.Date);

    /// <summary>The value, culture-invariant; <c>unknown</c> when there is none.</summary>
    public override string ToString() => Type switch
    {
        ExpressionType.Number => _number.ToString(),
        ExpressionType.Text => $"'{_text}'",
        ExpressionType.Flag => _flag ? "true" : "false",
        ExpressionType.Date => NodaTime.Text.LocalDatePattern.Iso.Format(_date),
        _ => "unknown",
    };

    private bool Is(ExpressionType type) => _kind == (byte)(type + 1);

    private InvalidOperationException Wrong(ExpressionType type) => new($"{this} is not a {type}.");
}
