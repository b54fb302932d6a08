using System.Globalization;

namespace ActivityMgmt.Domain;

/// <summary>An exact number with a unit: a fraction of two decimals, so that 2 of 3 stays 2/3 until somebody rounds it by name.</summary>
/// <remarks>
/// Kept in lowest terms, so 1/4 and 2/8 are equal, compare equal and hash alike. <c>default</c> is 0 count. Exact as long as the products involved have at
/// most 28 significant digits, which money and counts of an insurer never exceed; beyond that <see cref="decimal"/> rounds or overflows.
/// Comparing, adding or subtracting different units throws.
/// </remarks>
public readonly struct Quantity : IEquatable<Quantity>, IComparable<Quantity>
{
    private readonly decimal _denominatorLessOne;

    /// <summary>The upper part of the fraction in lowest terms; carries the sign.</summary>
    public decimal Numerator { get; }

    /// <summary>The lower part of the fraction in lowest terms; a whole number of at least 1.</summary>
    public decimal Denominator => _denominatorLessOne + 1m;

    /// <summary>What the number counts.</summary>
    public Unit Unit { get; }

    private Quantity(decimal numerator, decimal denominator, Unit unit)
    {
        Numerator = numerator;
        _denominatorLessOne = denominator - 1m;
        Unit = unit;
    }

    /// <summary>A number of a unit.</summary>
    public static Quantity Of(decimal value, Unit unit) => Fraction(value, 1m, unit);

    /// <summary>A number of pieces.</summary>
    public static Quantity Count(decimal value) => Of(value, Unit.Count);

    /// <summary>An amount of money as a quantity.</summary>
    public static Quantity Of(Money value) => Of(value.Amount, Unit.Money(value.Currency));

    /// <summary>The exact ratio of two numbers, without unit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="whole"/> is zero; whoever divides declares beforehand what that means.</exception>
    public static Quantity Ratio(decimal part, decimal whole) => Fraction(part, whole, Unit.Ratio);

    /// <summary>The exact fraction of two decimals, in lowest terms.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    /// <exception cref="OverflowException">The fraction does not fit 28 digits above and below.</exception>
    public static Quantity Fraction(decimal numerator, decimal denominator, Unit unit)
    {
        if (denominator == 0m)
        {
            throw new DivideByZeroException($"{numerator.ToString(CultureInfo.InvariantCulture)} of nothing has no value; decide what a zero denominator means before dividing.");
        }

        if (denominator == 1m)
        {
            return new(Normal(numerator), 1m, unit);
        }

        var sign = denominator < 0m ? -1m : 1m;
        var (above, below) = (numerator * sign, denominator * sign);
        while (above != decimal.Truncate(above) || below != decimal.Truncate(below))
        {
            (above, below) = (above * 10m, below * 10m);
        }

        var divisor = GreatestCommonDivisor(Math.Abs(above), below);
        (above, below) = (above / divisor, below / divisor);
        while (below > 1m && below % 10m == 0m)
        {
            // 1/10 and 0.1 are the same number: keep terminating fractions as decimals.
            (above, below) = (above / 10m, below / 10m);
        }

        return Terminates(above, below) is { } exact ? new(Normal(exact), 1m, unit) : new(Normal(above), Normal(below), unit);
    }

    /// <summary>The value to 28 significant digits, ties to even: for statistics and display, not for comparing.</summary>
    public decimal ToDecimal() => Numerator / Denominator;

    /// <summary>The value after one named rounding.</summary>
    public decimal Round(Rounding rounding)
    {
        ArgumentNullException.ThrowIfNull(rounding);
        return rounding.Apply(ToDecimal());
    }

    /// <summary>The value as money.</summary>
    /// <exception cref="InvalidOperationException">The unit is not money.</exception>
    public Money ToMoney() => Unit.IsMoney
        ? Money.Of(ToDecimal(), Unit.Code)
        : throw new InvalidOperationException($"{this} is not money.");

    /// <summary>The same number counted in another unit; for measures that declare their unit.</summary>
    public Quantity As(Unit unit) => new(Numerator, Denominator, unit);

    /// <summary>The exact sum.</summary>
    public static Quantity operator +(Quantity left, Quantity right) =>
        Fraction((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator, Same(left, right));

    /// <summary>The exact difference.</summary>
    public static Quantity operator -(Quantity left, Quantity right) => left + (-right);

    /// <summary>The opposite number.</summary>
    public static Quantity operator -(Quantity value) => new(-value.Numerator, value.Denominator, value.Unit);

    /// <summary>The exact product with a number without unit.</summary>
    public static Quantity operator *(Quantity value, decimal factor) => Fraction(value.Numerator * factor, value.Denominator, value.Unit);

    /// <summary>The exact sum; see the operator.</summary>
    public static Quantity Add(Quantity left, Quantity right) => left + right;

    /// <summary>The exact difference; see the operator.</summary>
    public static Quantity Subtract(Quantity left, Quantity right) => left - right;

    /// <summary>The opposite number; see the operator.</summary>
    public static Quantity Negate(Quantity value) => -value;

    /// <summary>The exact product; see the operator.</summary>
    public static Quantity Multiply(Quantity value, decimal factor) => value * factor;

    /// <summary>The exact ratio of this number to another of the same unit.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="whole"/> is zero.</exception>
    public Quantity DividedBy(Quantity whole)
    {
        Same(this, whole);
        return Fraction(Numerator * whole.Denominator, Denominator * whole.Numerator, Unit.Ratio);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public int CompareTo(Quantity other)
    {
        Same(this, other);
        return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    }

    /// <summary>Whether the left number is smaller.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is greater.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is smaller or equal.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is greater or equal.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    /// <summary>Whether number and unit are the same.</summary>
    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    /// <summary>Whether number or unit differ.</summary>
    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Quantity other) => Numerator == other.Numerator && Denominator == other.Denominator && Unit == other.Unit;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator, Unit);

    /// <summary>The fraction and its unit, culture-invariant: <c>2/3 ratio</c>, <c>12000 CNY</c>.</summary>
    public override string ToString() => _denominatorLessOne == 0m
        ? string.Create(CultureInfo.InvariantCulture, $"{Numerator} {Unit}")
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator} {Unit}");

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Quantity Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var space = text.LastIndexOf(' ');
        var number = text.AsSpan(0, Math.Max(space, 0));
        var slash = number.IndexOf('/');
        var above = slash < 0 ? number : number[..slash];
        var below = slash < 0 ? "1" : number[(slash + 1)..];
        return decimal.TryParse(above, NumberStyles.Number, CultureInfo.InvariantCulture, out var numerator)
            && decimal.TryParse(below, NumberStyles.Number, CultureInfo.InvariantCulture, out var denominator) && denominator != 0m
            ? Fraction(numerator, denominator, Unit.Parse(text[(space + 1)..]))
            : throw new FormatException($"'{text}' is not a quantity; expected a form like '2/3 ratio' or '12000 CNY'.");
    }

    private static Unit Same(Quantity left, Quantity right) => left.Unit == right.Unit
        ? left.Unit
        : throw new InvalidOperationException($"{left} and {right} have different units and can't be combined.");

    private static decimal GreatestCommonDivisor(decimal a, decimal b)
    {
        while (b != 0m)
        {
            (a, b) = (b, a % b);
        }

        return a == 0m ? 1m : a;
    }

    // A fraction in lowest terms terminates when its denominator has no prime factor but 2 and 5, and its digits fit.
    private static decimal? Terminates(decimal above, decimal below)
    {
        var rest = below;
        while (rest % 2m == 0m)
        {
            rest /= 2m;
        }

        while (rest % 5m == 0m)
        {
            rest /= 5m;
        }

        if (rest != 1m)
        {
            return null;
        }

        var value = above / below;
        return value * below == above ? value : null;
    }

    // 1.50 and 1.5 are the same number but print differently; keep the short form.
    internal static decimal Normal(decimal value) => value / 1.0000000000000000000000000000m;
}
