namespace ActivityMgmt.Kpi;

/// <summary>A question to one column of a row that is answered by yes or no.</summary>
internal abstract record RowTest
{
    /// <summary>Whether the code is one of some: by code; those beyond the end are not.</summary>
    internal sealed record Code(int Column, bool[] Yes) : RowTest
    {
        public bool Equals(Code? other) => other is not null && Column == other.Column && Yes.AsSpan().SequenceEqual(other.Yes);

        public override int GetHashCode() => HashCode.Combine(Column, Yes.Length);
    }

    /// <summary>Whether there is a number and it lies from one to another, both included, or, turned round, outside.</summary>
    internal sealed record Number(int Column, long From, long To, bool Inside = true) : RowTest;

    /// <summary>Whether a condition over one field comes to what is wanted, for the value that stands behind a code. Becomes <see cref="Code"/> when the column is there.</summary>
    internal sealed record OfValue(int Column, ExpressionNode Condition, bool Wanted) : RowTest
    {
        private readonly string _text = Condition.ToString();

        public bool Equals(OfValue? other) => other is not null && Column == other.Column && Wanted == other.Wanted && _text == other._text;

        public override int GetHashCode() => HashCode.Combine(Column, _text, Wanted);

        public bool Holds(ExpressionValue value) => Condition.Evaluate(_ => value) is { IsUnknown: false, Flag: var flag } && flag == Wanted;
    }

    /// <summary>Whether a number compares with another as is wanted. Becomes <see cref="Number"/> when the column is there, with as many decimals as its numbers have.</summary>
    internal sealed record Compared(int Column, ExpressionToken Operator, Quantity With, bool Wanted) : RowTest
    {
        public Number Bound(int decimals)
        {
            var (above, below) = (With.Numerator, With.Denominator);
            for (var i = 0; i < decimals; i++)
            {
                above *= 10m;
            }

            var (floor, ceiling) = (decimal.Floor(above / below), decimal.Ceiling(above / below));
            // Division rounds to 28 digits, so look again.
            floor = floor * below > above ? floor - 1m : floor;
            ceiling = ceiling * below < above ? ceiling + 1m : ceiling;
            var (from, to) = Operator switch
            {
                ExpressionToken.Less => (FactRows.None + 1, Fit(ceiling - 1m)),
                ExpressionToken.LessOrEqual => (FactRows.None + 1, Fit(floor)),
                ExpressionToken.Greater => (Fit(floor + 1m), long.MaxValue),
                ExpressionToken.GreaterOrEqual => (Fit(ceiling), long.MaxValue),
                _ => (Fit(ceiling), Fit(floor)),
            };
            return new(Column, from, to, Wanted != (Operator == ExpressionToken.NotEqual));
        }

        private static long Fit(decimal value) => value >= long.MaxValue ? long.MaxValue : value <= FactRows.None + 1 ? FactRows.None + 1 : (long)value;
    }
}
