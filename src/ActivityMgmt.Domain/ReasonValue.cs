using System.Globalization;
using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>What kind of value a <see cref="ReasonValue"/> holds, so that the edge can format it for a reader.</summary>
public enum ReasonValueKind
{
    /// <summary>A code, an id or other text that is shown as it is.</summary>
    Text,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>A number with a unit, see <see cref="Domain.Quantity"/>.</summary>
    Quantity,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A period, both ends included.</summary>
    Period,

    /// <summary>The code of a measure, a fact kind or the like, which has a name of its own in every language.</summary>
    Term,
}

/// <summary>One value of a <see cref="Reason"/>, in a canonical, culture-invariant form that storage can keep.</summary>
/// <param name="Kind">What the text stands for.</param>
/// <param name="Text">The canonical form: ISO dates, invariant numbers.</param>
public readonly record struct ReasonValue(ReasonValueKind Kind, string Text)
{
    /// <summary>Text shown as it is.</summary>
    public static implicit operator ReasonValue(string text) => new(ReasonValueKind.Text, text);

    /// <summary>A plain number.</summary>
    public static implicit operator ReasonValue(decimal number) =>
        new(ReasonValueKind.Number, Domain.Quantity.Normal(number).ToString(CultureInfo.InvariantCulture));

    /// <summary>A plain number.</summary>
    public static implicit operator ReasonValue(int number) => new(ReasonValueKind.Number, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number with a unit.</summary>
    public static implicit operator ReasonValue(Quantity quantity) => new(ReasonValueKind.Quantity, quantity.ToString());

    /// <summary>An amount of money.</summary>
    public static implicit operator ReasonValue(Money money) => Quantity.Of(money);

    /// <summary>A date.</summary>
    public static implicit operator ReasonValue(LocalDate date) => new(ReasonValueKind.Date, LocalDatePattern.Iso.Format(date));

    /// <summary>A measure, shown by its name.</summary>
    public static implicit operator ReasonValue(MeasureId measure) => Term(measure.Value);

    /// <summary>A code with a name of its own in every language.</summary>
    public static ReasonValue Term(string code) => new(ReasonValueKind.Term, code);

    /// <summary>A period, both ends included.</summary>
    public static ReasonValue Period(DateInterval period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new(ReasonValueKind.Period, $"{LocalDatePattern.Iso.Format(period.Start)}/{LocalDatePattern.Iso.Format(period.End)}");
    }

    /// <summary>Text shown as it is; see the operator.</summary>
    public static ReasonValue FromString(string text) => text;

    /// <summary>A plain number; see the operator.</summary>
    public static ReasonValue FromDecimal(decimal number) => number;

    /// <summary>A plain number; see the operator.</summary>
    public static ReasonValue FromInt32(int number) => number;

    /// <summary>A number with a unit; see the operator.</summary>
    public static ReasonValue FromQuantity(Quantity quantity) => quantity;

    /// <summary>An amount of money; see the operator.</summary>
    public static ReasonValue FromMoney(Money money) => money;

    /// <summary>A date; see the operator.</summary>
    public static ReasonValue FromLocalDate(LocalDate date) => date;

    /// <summary>A measure; see the operator.</summary>
    public static ReasonValue FromMeasureId(MeasureId measure) => measure;
}
