using System.Globalization;

namespace ActivityMgmt.Domain;

/// <summary>An exact amount in one currency. Nothing is rounded unless a <see cref="Rounding"/> is handed in.</summary>
/// <remarks>Adding, subtracting or comparing amounts of different currencies throws. <c>default</c> has no currency and is refused by every operation.</remarks>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>The amount in major units (yuan, dollars); any number of decimals, negative allowed.</summary>
    public decimal Amount { get; }

    /// <summary>ISO 4217 code in capitals, such as <c>CNY</c>.</summary>
    public string Currency { get; }

    private Money(decimal amount, string currency)
    {
        Amount = amount;
        Currency = currency;
    }

    /// <summary>An amount in a currency.</summary>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is not three capital letters.</exception>
    public static Money Of(decimal amount, string currency) => new(amount, Checked(currency));

    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(string currency) => Of(0m, currency);

    /// <summary>Reads the form that <see cref="ToString"/> writes: <c>1234.50 CNY</c>.</summary>
    /// <exception cref="FormatException">The text is not an amount, a space and a currency.</exception>
    public static Money Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var space = text.LastIndexOf(' ');
        if (space <= 0 || !IsCurrency(text[(space + 1)..]) || !decimal.TryParse(text.AsSpan(0, space), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount))
        {
            throw new FormatException($"'{text}' is not an amount of money; expected a form like '1234.50 CNY'.");
        }

        return Of(amount, text[(space + 1)..]);
    }

    /// <summary>The exact sum.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount, Same(left, right));

    /// <summary>The exact difference.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.Amount, Same(left, right));

    /// <summary>The opposite amount.</summary>
    public static Money operator -(Money value) => new(-value.Amount, Checked(value.Currency));

    /// <summary>The product, not rounded.</summary>
    public static Money operator *(Money value, decimal factor) => new(value.Amount * factor, Checked(value.Currency));

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is greater.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is smaller or equal.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is greater or equal.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>The exact sum; see the operator.</summary>
    public static Money Add(Money left, Money right) => left + right;

    /// <summary>The exact difference; see the operator.</summary>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <summary>The opposite amount; see the operator.</summary>
    public static Money Negate(Money value) => -value;

    /// <summary>The product, not rounded; see the operator.</summary>
    public static Money Multiply(Money value, decimal factor) => value * factor;

    /// <summary>The amount after one named rounding.</summary>
    public Money Round(Rounding rounding)
    {
        ArgumentNullException.ThrowIfNull(rounding);
        return new(rounding.Apply(Amount), Checked(Currency));
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other)
    {
        Same(this, other);
        return Amount.CompareTo(other.Amount);
    }

    /// <summary>Amount and code, culture-invariant: <c>1234.50 CNY</c>. For people, format at the edge with <see cref="ITexts"/>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");

    private static string Same(Money left, Money right) =>
        Checked(left.Currency) == Checked(right.Currency)
            ? left.Currency
            : throw new InvalidOperationException($"{left} and {right} are in different currencies; convert one with a declared rate first.");

    private static string Checked(string? currency) =>
        IsCurrency(currency)
            ? currency!
            : throw new ArgumentException($"'{currency}' is not a currency; expected three capital letters such as CNY.", nameof(currency));

    private static bool IsCurrency(string? currency) => currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper);
}
