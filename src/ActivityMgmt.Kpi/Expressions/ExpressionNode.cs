namespace ActivityMgmt.Kpi;

// A typed, checked part of an expression that can be evaluated.
internal abstract class ExpressionNode(ExpressionType type, Unit? unit = null)
{
    public ExpressionType Type { get; } = type;

    // Null for plain numbers, which go with every unit.
    public Unit? Unit { get; } = unit;

    public abstract ExpressionValue Evaluate(Func<string, ExpressionValue> values);

    public virtual bool Divides => false;

    // A constant is not linear by itself: it is there once, however many days are added up.
    public virtual bool IsLinearIn(Func<string, bool> names) => false;

    public virtual bool IsConstant => false;

    internal sealed class Constant(ExpressionType type, ExpressionValue value, Unit? unit = null) : ExpressionNode(type, unit)
    {
        public ExpressionValue Value { get; } = value;

        public override bool IsConstant => true;

        public override ExpressionValue Evaluate(Func<string, ExpressionValue> values) => Value;
    }

    internal sealed class Named(ExpressionName name) : ExpressionNode(name.Type, name.Unit)
    {
        public ExpressionName Name { get; } = name;

        public override bool IsLinearIn(Func<string, bool> names) => names(Name.Name);

        public override ExpressionValue Evaluate(Func<string, ExpressionValue> values)
        {
            var value = values(Name.Name);
            return value.IsUnknown || value.Type == Type
                ? value
                : throw new InvalidOperationException($"'{Name.Name}' was declared a {Type} but is {value}.");
        }
    }

    internal sealed class Negative(ExpressionNode operand) : ExpressionNode(ExpressionType.Number, operand.Unit)
    {
        public override bool Divides => operand.Divides;

        public override bool IsConstant => operand.IsConstant;

        public override bool IsLinearIn(Func<string, bool> names) => operand.IsLinearIn(names);

        public override ExpressionValue Evaluate(Func<string, ExpressionValue> values) =>
            operand.Evaluate(values) is { IsUnknown: false } v ? ExpressionValue.Of(-v.Number) : ExpressionValue.Unknown;
    }

    internal sealed class Arithmetic(ExpressionToken op, ExpressionNode left, ExpressionNode right, Unit? unit) : ExpressionNode(ExpressionType.Number, unit)
    {
        public override bool Divides => op == ExpressionToken.Over || left.Divides || right.Divides;

        public override bool IsConstant => left.IsConstant && right.IsConstant;

        public override bool IsLinearIn(Func<string, bool> names) => op switch
        {
            ExpressionToken.Plus or ExpressionToken.Minus => left.IsLinearIn(names) && right.IsLinearIn(names),
            ExpressionToken.Times => (left.IsLinearIn(names) && right.IsConstant) || (left.IsConstant && right.IsLinearIn(names)),
            _ => left.IsLinearIn(names) && right.IsConstant,
        };

        public override ExpressionValue Evaluate(Func<string, ExpressionValue> values)
        {
            var (a, b) = (left.Evaluate(values), right.Evaluate(values));
            if (a.IsUnknown || b.IsUnknown)
            {
                return ExpressionValue.Unknown;
            }

            // Units were checked when the expression was parsed; from here on numbers are plain.
            var (x, y) = (a.Number.As(ActivityMgmt.Domain.Unit.Count), b.Number.As(ActivityMgmt.Domain.Unit.Count));
            return op switch
            {
                ExpressionToken.Plus => ExpressionValue.Of(x + y),
                ExpressionToken.Minus => ExpressionValue.Of(x - y),
                ExpressionToken.Times => ExpressionValue.Of(Quantity.Fraction(x.Numerator * y.Numerator, x.Denominator * y.Denominator, x.Unit)),
                _ when y.Numerator == 0m => ExpressionValue.Unknown,
                _ => ExpressionValue.Of(Quantity.Fraction(x.Numerator * y.Denominator, x.Denominator * y.Numerator, x.Unit)),
            };
        }
    }

    internal sealed class Comparison(ExpressionToken op, ExpressionNode left, ExpressionNode right) : ExpressionNode(ExpressionType.Flag)
    {
        public override bool Divides => left.Divides || right.Divides;

        public override ExpressionValue Evaluate(Func<string, ExpressionValue> values)
        {
            var (a, b) = (left.Evaluate(values), right.Evaluate(values));
            if (a.IsUnknown || b.IsUnknown)
            {
                return ExpressionValue.Unknown;
            }

            var order = Compare(a, b);
            return ExpressionValue.Of(op switch
            {
                ExpressionToken.Equal => order == 0,
                ExpressionToken.NotEqual => order != 0,
                ExpressionToken.Less => order < 0,
                ExpressionToken.LessOrEqual => order <= 0,
                ExpressionToken.Greater => order > 0,
                _ => order >= 0,
            });
        }
    }

    internal sealed class Among(ExpressionNode operand, bool negated, ExpressionValue[] items) : ExpressionNode(ExpressionType.Flag)
    {
        public override bool Divides => operand.Divides;

        public override ExpressionValue Evaluate(Func<string, ExpressionValue> values) =>
            operand.Evaluate(values) is { IsUnknown: false } value
                ? ExpressionValue.Of(Array.Exists(items, i => Compare(value, i) == 0) != negated)
                : ExpressionValue.Unknown;
    }

    internal sealed class Negation(ExpressionNode operand) : ExpressionNode(ExpressionType.Flag)
    {
        public override bool Divides => operand.Divides;

        public override ExpressionValue Evaluate(Func<string, ExpressionValue> values) =>
            operand.Evaluate(values) is { IsUnknown: false } v ? ExpressionValue.Of(!v.Flag) : ExpressionValue.Unknown;
    }

    // "and" is decided by false, "or" by true, whatever the other side is.
    internal sealed class Logic(bool decidedBy, ExpressionNode left, ExpressionNode right) : ExpressionNode(ExpressionType.Flag)
    {
        public override bool Divides => left.Divides || right.Divides;

        public override ExpressionValue Evaluate(Func<string, ExpressionValue> values)
        {
            var a = left.Evaluate(values);
            if (!a.IsUnknown && a.Flag == decidedBy)
            {
                return a;
            }

            var b = right.Evaluate(values);
            return a.IsUnknown && (b.IsUnknown || b.Flag != decidedBy) ? ExpressionValue.Unknown : b;
        }
    }

    private static int Compare(ExpressionValue a, ExpressionValue b) => a.Type switch
    {
        ExpressionType.Number => a.Number.As(ActivityMgmt.Domain.Unit.Count).CompareTo(b.Number.As(ActivityMgmt.Domain.Unit.Count)),
        ExpressionType.Text => string.CompareOrdinal(a.Text, b.Text),
        ExpressionType.Flag => a.Flag.CompareTo(b.Flag),
        _ => a.Date.CompareTo(b.Date),
    };
}
