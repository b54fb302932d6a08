namespace ActivityMgmt.Kpi;

/// <summary>A typed condition or formula over names, as documents write it: <c>activity == 'call' and outcome in ['success', 'no-success']</c>.</summary>
/// <remarks>
/// <para>Literals: <c>12</c>, <c>0.5</c>, <c>90%</c> (a ratio, 0.9), <c>'text'</c> (a quote inside is doubled), <c>true</c>, <c>false</c>; an ISO date in quotes
/// beside a date is a date. Operators, loosest first: <c>or</c>; <c>and</c>; <c>not</c>; <c>== != &lt; &lt;= &gt; &gt;= in [..] not in [..]</c> (not chained);
/// <c>+ -</c>; <c>* /</c>; a leading <c>-</c>; parentheses. Names may hold dots and inner hyphens, so a minus between two names needs a space before it.</para>
/// <para>Numbers are exact fractions. Adding or comparing different units is refused; a literal takes the unit beside it. A product keeps the unit of
/// whichever side is not a count, ratio or literal; a quotient of one unit is a ratio, and dividing by a count, days or a literal keeps the upper unit.</para>
/// <para>Missing data: logic is three-valued. What compares or calculates with an unknown is unknown; <c>false and unknown</c> is false, <c>true or unknown</c> is true.
/// Dividing by zero is unknown.</para>
/// <para>Immutable and safe for concurrent use; evaluates without reflection or generated code.</para>
/// </remarks>
public sealed class Expression
{
    private readonly ExpressionNode _root;

    private Expression(string text, ExpressionNode root, IReadOnlyList<string> names)
    {
        Text = text;
        _root = root;
        Names = names;
    }

    /// <summary>The text it was parsed from.</summary>
    public string Text { get; }

    /// <summary>What it comes to.</summary>
    public ExpressionType Type => _root.Type;

    /// <summary>The unit of the number it comes to; <see langword="null"/> for a plain number and for other types.</summary>
    public Unit? Unit => _root.Unit;

    /// <summary>The names it uses, each once, in order of first use.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Parses an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="names">The names it may use.</param>
    /// <param name="expected">What it must come to; <see langword="null"/> for anything.</param>
    /// <exception cref="ExpressionException">The text is no expression, uses an unknown name, or mixes types or units.</exception>
    public static Expression Parse(string text, ExpressionSchema names, ExpressionType? expected = null)
    {
        var problems = new List<ExpressionProblem>();
        return TryParse(text, names, expected, problems) ?? throw new ExpressionException(text, [.. problems.OrderBy(p => p.Offset)]);
    }

    /// <summary>Reads an expression out of a document; what is wrong is reported at its line and column.</summary>
    /// <param name="node">The text in the document.</param>
    /// <param name="names">The names it may use.</param>
    /// <param name="expected">What it must come to; <see langword="null"/> for anything.</param>
    /// <returns>The expression; <see langword="null"/> when a problem was reported.</returns>
    public static Expression? Read(DocumentNode node, ExpressionSchema names, ExpressionType? expected = null)
    {
        ArgumentNullException.ThrowIfNull(node);
        var text = node.Text();
        if (node.Kind != DocumentNodeKind.Text)
        {
            return null;
        }

        var problems = new List<ExpressionProblem>();
        var expression = TryParse(text, names, expected, problems);
        foreach (var problem in problems)
        {
            node.Report(problem.Reason, problem.Offset);
        }

        return expression;
    }

    /// <summary>Evaluates the expression over values of its names.</summary>
    /// <exception cref="OverflowException">A number in between does not fit 28 digits.</exception>
    /// <exception cref="InvalidOperationException">A value has another type than the schema promised.</exception>
    public ExpressionResult Evaluate(Func<string, ExpressionValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var value = _root.Evaluate(values);
        return new(value, value.IsUnknown ? [.. Names.Where(n => values(n).IsUnknown)] : []);
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    // For filters over many facts: unknown counts as not true, and nobody asks which names were unknown.
    internal bool IsTrue(Func<string, ExpressionValue> values) => _root.Evaluate(values) is { IsUnknown: false, Flag: true };

    // The parts of a condition that are false or unknown and all have to become true; empty exactly when the condition is true.
    internal IEnumerable<FalsePart> WhyNotTrue(Func<string, ExpressionValue> values) => _root.WhyNotTrue(values)
        .Select(part => new FalsePart(part.ToString()!, part.Evaluate(values).IsUnknown, [.. part.Names.Distinct()]));

    // Whether the expression is a sum of multiples of the names for which the function says yes.
    internal bool IsLinearIn(Func<string, bool> names) => _root.IsLinearIn(names);

    // When a row makes a condition true.
    internal RowCondition InRows(Func<ExpressionNode, bool, RowCondition> ask) => _root.InRows(true, ask);

    internal bool Divides => _root.Divides;

    private static Expression? TryParse(string text, ExpressionSchema names, ExpressionType? expected, List<ExpressionProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        if (ExpressionParser.Parse(text, problems) is not { } syntax)
        {
            return null;
        }

        var checker = new ExpressionChecker(names, problems);
        var root = checker.Check(syntax, expected);
        return problems.Count == 0 ? new(text, root, checker.Names) : null;
    }
}
