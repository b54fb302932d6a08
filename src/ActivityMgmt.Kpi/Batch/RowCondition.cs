namespace ActivityMgmt.Kpi;

/// <summary>When a row counts: tests and sorts joined by <em>and</em> and <em>or</em>. A negation stands in the tests themselves.</summary>
internal abstract record RowCondition
{
    public static RowCondition Always { get; } = new Constant(true);

    public static RowCondition Never { get; } = new Constant(false);

    /// <summary>What remains of it for rows of a sort: no sorts any more, and no constants inside.</summary>
    public abstract RowCondition For(int sort);

    /// <summary>Whether it holds, given the answers of the tests.</summary>
    public abstract bool Holds(Func<RowTest, bool> answers);

    /// <summary>The tests in it.</summary>
    public abstract IEnumerable<RowTest> Tests { get; }

    /// <summary>The same with other tests.</summary>
    public virtual RowCondition With(Func<RowTest, RowTest> tests) => this;

    internal sealed record Constant(bool Value) : RowCondition
    {
        public override RowCondition For(int sort) => this;

        public override bool Holds(Func<RowTest, bool> answers) => Value;

        public override IEnumerable<RowTest> Tests => [];
    }

    /// <summary>Rows of some sorts, by index.</summary>
    internal sealed record OfSorts(bool[] Yes) : RowCondition
    {
        public bool Equals(OfSorts? other) => other is not null && Yes.AsSpan().SequenceEqual(other.Yes);

        public override int GetHashCode() => Yes.Length;

        public override RowCondition For(int sort) => sort < Yes.Length && Yes[sort] ? Always : Never;

        public override bool Holds(Func<RowTest, bool> answers) => throw new InvalidOperationException("The sort decides first; ask for what remains of the condition.");

        public override IEnumerable<RowTest> Tests => [];
    }

    /// <summary>Facts of a source, or those of them whose sort makes a condition come to what is wanted.</summary>
    internal sealed record OfSource(FactSource Source, ExpressionNode? Condition = null, bool Wanted = true) : RowCondition
    {
        private readonly string? _text = Condition?.ToString();

        public bool Equals(OfSource? other) => other is not null && ReferenceEquals(Source, other.Source) && Wanted == other.Wanted && _text == other._text;

        public override int GetHashCode() => HashCode.Combine(Source.Index, _text, Wanted);

        public override RowCondition For(int sort) =>
            Source.ValueOf(sort) is { } value && (Condition is null || (Condition.Evaluate(_ => value) is { IsUnknown: false, Flag: var flag } && flag == Wanted))
                ? Always
                : Never;

        public override bool Holds(Func<RowTest, bool> answers) => throw new InvalidOperationException("The sort decides first; ask for what remains of the condition.");

        public override IEnumerable<RowTest> Tests => [];
    }

    internal sealed record Test(RowTest Of) : RowCondition
    {
        public override RowCondition For(int sort) => this;

        public override bool Holds(Func<RowTest, bool> answers) => answers(Of);

        public override IEnumerable<RowTest> Tests => [Of];

        public override RowCondition With(Func<RowTest, RowTest> tests) => new Test(tests(Of));
    }

    internal sealed record Both(RowCondition Left, RowCondition Right) : RowCondition
    {
        public override RowCondition For(int sort) => (Left.For(sort), Right.For(sort)) switch
        {
            (Constant { Value: false }, _) or (_, Constant { Value: false }) => Never,
            (Constant, var right) => right,
            (var left, Constant) => left,
            var (left, right) => new Both(left, right),
        };

        public override bool Holds(Func<RowTest, bool> answers) => Left.Holds(answers) && Right.Holds(answers);

        public override RowCondition With(Func<RowTest, RowTest> tests) => new Both(Left.With(tests), Right.With(tests));

        public override IEnumerable<RowTest> Tests => Left.Tests.Concat(Right.Tests);
    }

    internal sealed record Either(RowCondition Left, RowCondition Right) : RowCondition
    {
        public override RowCondition For(int sort) => (Left.For(sort), Right.For(sort)) switch
        {
            (Constant { Value: true }, _) or (_, Constant { Value: true }) => Always,
            (Constant, var right) => right,
            (var left, Constant) => left,
            var (left, right) => new Either(left, right),
        };

        public override bool Holds(Func<RowTest, bool> answers) => Left.Holds(answers) || Right.Holds(answers);

        public override RowCondition With(Func<RowTest, RowTest> tests) => new Either(Left.With(tests), Right.With(tests));

        public override IEnumerable<RowTest> Tests => Left.Tests.Concat(Right.Tests);
    }
}
