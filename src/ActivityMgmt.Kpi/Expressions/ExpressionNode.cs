namespace ActivityMgmt.Kpi;

// A typed, checked part of an expression that can be evaluated.
internal abstract class ExpressionNode(ExpressionType type, Unit? unit = null)
{
    public ExpressionType Type { get; } = type;

    // Null for plain numbers, which go with every unit.
    public Unit? Unit { get; } = unit;

    public abstract ExpressionValue Evaluate(Func<string, ExpressionValue> values);

    // The parts that all have to become true before it is; a part that can't be taken apart is its own.
    public virtual IEnumerable<ExpressionNode> WhyNotTrue(Func<string, ExpressionValue> values) =>
        Evaluate(values) is { IsUnknown: false, Flag: true } ? [] : [this];

    // When a row makes it true, or false: "and", "or" and "not" taken apart, everything else asked of the row as it is.
    public virtual RowCondition InRows(bool wanted, Func<ExpressionNode, bool, RowCondition> ask) => ask(this, wanted);

    // The values written in it.
    public virtual IEnumerable<ExpressionValue> Literals => [];

    // The names in it, in order, repeated where they are used again.
    public virtual IEnumerable<string> Names => [];

    public virtual bool Divides => false;

    // How it would be written; inside another part in parentheses where it needs them.
    public abstract override string ToString();

    protected virtual string Inside => ToString();

    // A constant is not linear by itself: it is there once, however many days are added up.
    public virtual bool IsLinearIn(Func<string, bool> names) => false;

    public virtual bool IsConstant => false;

    internal sealed class Constant(ExpressionType type, ExpressionValue value, Unit? unit = null) : ExpressionNode(type, unit)
    {
        public ExpressionValue Value { get; } = value;

        public override RowCondition InRows(bool wanted, Func<ExpressionNode, bool, RowCondition> ask) => Value is { IsUnknown: false, Flag: var flag } && flag == wanted
            ? RowCondition.Always
            : RowCondition.Never;

        public override bool IsConstant => true;

        public override IEnumerable<ExpressionValue> Literals => [Value];

        public override string ToString() => Type switch
        {
            ExpressionType.Text => $"'{Value.Text.Replace("'", "''", StringComparison.Ordinal)}'",
            ExpressionType.Date => $"'{Value}'",
            ExpressionType.Number => ((ReasonValue)Value.Number.ToDecimal()).Text,
            _ => Value.ToString(),
        };

        public override ExpressionValue Evaluate(Func<string, ExpressionValue> values) => Value;
    }

    internal sealed class Named(ExpressionName name) : ExpressionNode(name.Type, name.Unit)
    {
        public ExpressionName Name { get; } = name;

        public override IEnumerable<string> Names => [Name.Name];

        public override string ToString() => Name.Name;

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
        public override IEnumerable<string> Names => operand.Names;

        public override string ToString() => $"-{operand.Inside}";

        public override bool Divides => operand.Divides;

        public override bool IsConstant => operand.IsConstant;

        public override bool IsLinearIn(Func<string, bool> names) => operand.IsLinearIn(names);

        public override ExpressionValue Evaluate(Func<string, ExpressionValue> values) =>
            operand.Evaluate(values) is { IsUnknown: false } v ? ExpressionValue.Of(-v.Number) : ExpressionValue.Unknown;
    }

    internal sealed class Arithmetic(ExpressionToken op, ExpressionNode left, ExpressionNode right, Unit? unit) : ExpressionNode(ExpressionType.Number, unit)
    {
        public override IEnumerable<string> Names => left.Names.Concat(right.Names);

        public override string ToString() => $"{left.Inside} {Written(op)} {right.Inside}";

        protected override string Inside => $"({this})";

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
        public override IEnumerable<ExpressionValue> Literals => left.Literals.Concat(right.Literals);

        // A name beside a number, turned so that the name stands on the left; null when it is anything else.
        public (ExpressionToken Operator, Quantity Number)? NumberBesideName => (left, right) switch
        {
            (Named, Constant { Type: ExpressionType.Number } c) => (op, c.Value.Number),
            (Constant { Type: ExpressionType.Number } c, Named) => (Turned(op), c.Value.Number),
            _ => null,
        };

        private static ExpressionToken Turned(ExpressionToken op) => op switch
        {
            ExpressionToken.Less => ExpressionToken.Greater,
            ExpressionToken.LessOrEqual => ExpressionToken.GreaterOrEqual,
            ExpressionToken.Greater => ExpressionToken.Less,
            ExpressionToken.GreaterOrEqual => ExpressionToken.LessOrEqual,
            _ => op,
        };

        public override IEnumerable<string> Names => left.Names.Concat(right.Names);

        public override string ToString() => $"{Side(left)} {Written(op)} {Side(right)}";

        protected override string Inside => $"({this})";

        // Arithmetic binds tighter than a comparison.
        private static string Side(ExpressionNode side) => side is Arithmetic ? side.ToString() : side.Inside;

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
        public override IEnumerable<ExpressionValue> Literals => items;

        public override IEnumerable<string> Names => operand.Names;

        public override string ToString() =>
            $"{operand.Inside} {(negated ? "not in" : "in")} [{string.Join(", ", items.Select(i => new Constant(i.Type!.Value, i)))}]";

        protected override string Inside => $"({this})";

        public override bool Divides => operand.Divides;

        public override ExpressionValue Evaluate(Func<string, ExpressionValue> values) =>
            operand.Evaluate(values) is { IsUnknown: false } value
                ? ExpressionValue.Of(Array.Exists(items, i => Compare(value, i) == 0) != negated)
                : ExpressionValue.Unknown;
    }

    internal sealed class Negation(ExpressionNode operand) : ExpressionNode(ExpressionType.Flag)
    {
        // Neither is true of an unknown.
        public override RowCondition InRows(bool wanted, Func<ExpressionNode, bool, RowCondition> ask) => operand.InRows(!wanted, ask);

        public override IEnumerable<string> Names => operand.Names;

        public override string ToString() => $"not {operand.Inside}";

        protected override string Inside => $"({this})";

        public override bool Divides => operand.Divides;

        public override ExpressionValue Evaluate(Func<string, ExpressionValue> values) =>
            operand.Evaluate(values) is { IsUnknown: false } v ? ExpressionValue.Of(!v.Flag) : ExpressionValue.Unknown;
    }

    // "and" is decided by false, "or" by true, whatever the other side is.
    internal sealed class Logic(bool decidedBy, ExpressionNode left, ExpressionNode right) : ExpressionNode(ExpressionType.Flag)
    {
        public override IEnumerable<string> Names => left.Names.Concat(right.Names);

        // One side decides alone when it is what decides; for the other answer it takes both.
        public override RowCondition InRows(bool wanted, Func<ExpressionNode, bool, RowCondition> ask) => wanted == decidedBy
            ? new RowCondition.Either(left.InRows(wanted, ask), right.InRows(wanted, ask))
            : new RowCondition.Both(left.InRows(wanted, ask), right.InRows(wanted, ask));

        // Every side of an "and" has to become true; of an "or" one would do, so it stays whole.
        public override IEnumerable<ExpressionNode> WhyNotTrue(Func<string, ExpressionValue> values) =>
            decidedBy ? base.WhyNotTrue(values) : left.WhyNotTrue(values).Concat(right.WhyNotTrue(values));

        public override string ToString() => decidedBy ? $"{Side(left)} or {Side(right)}" : $"{Side(left)} and {Side(right)}";

        protected override string Inside => $"({this})";

        // Comparisons bind tighter than logic; only other logic needs parentheses.
        private static string Side(ExpressionNode side) => side is Logic ? side.Inside : side.ToString();

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

    private static string Written(ExpressionToken op) => op switch
    {
        ExpressionToken.Plus => "+",
        ExpressionToken.Minus => "-",
        ExpressionToken.Times => "*",
        ExpressionToken.Over => "/",
        ExpressionToken.Equal => "==",
        ExpressionToken.NotEqual => "!=",
        ExpressionToken.Less => "<",
        ExpressionToken.LessOrEqual => "<=",
        ExpressionToken.Greater => ">",
        _ => ">=",
    };

    private static int Compare(ExpressionValue a, ExpressionValue b) => a.Type switch
    {
        ExpressionType.Number => a.Number.As(ActivityMgmt.Domain.Unit.Count).CompareTo(b.Number.As(ActivityMgmt.Domain.Unit.Count)),
        ExpressionType.Text => string.CompareOrdinal(a.Text, b.Text),
        ExpressionType.Flag => a.Flag.CompareTo(b.Flag),
        _ => a.Date.CompareTo(b.Date),
    };
}
