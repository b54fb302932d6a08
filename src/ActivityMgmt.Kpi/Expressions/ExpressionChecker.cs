using NodaTime.Text;
using static ActivityMgmt.Kpi.ExpressionToken;

namespace ActivityMgmt.Kpi;

/// <summary>Gives syntax its names, types and units, and reports everything that doesn't fit.</summary>
internal sealed class ExpressionChecker(ExpressionSchema schema, List<ExpressionProblem> problems)
{
    private readonly List<string> _names = [];

    public IReadOnlyList<string> Names => _names;

    public ExpressionNode Check(ExpressionSyntax syntax, ExpressionType? expected)
    {
        var node = Check(syntax);
        if (expected is { } type)
        {
            Expect(syntax, node, type);
        }

        return node;
    }

    private ExpressionNode Check(ExpressionSyntax syntax) => syntax switch
    {
        ExpressionSyntax.Literal literal => new ExpressionNode.Constant(literal.Value.Type!.Value, literal.Value, literal.Unit),
        ExpressionSyntax.Name name => Named(name),
        ExpressionSyntax.Unary { Operator: Not } unary => new ExpressionNode.Negation(Check(unary.Operand, ExpressionType.Flag)),
        ExpressionSyntax.Unary unary => new ExpressionNode.Negative(Check(unary.Operand, ExpressionType.Number)),
        ExpressionSyntax.Among among => Among(among),
        ExpressionSyntax.Binary { Operator: And or Or } logic => new ExpressionNode.Logic(
            logic.Operator == Or, Check(logic.Left, ExpressionType.Flag), Check(logic.Right, ExpressionType.Flag)),
        ExpressionSyntax.Binary { Operator: Plus or Minus or Times or Over } arithmetic => Arithmetic(arithmetic),
        ExpressionSyntax.Binary comparison => Comparison(comparison),
        _ => throw new InvalidOperationException(syntax.GetType().Name),
    };

    private ExpressionNode Named(ExpressionSyntax.Name name)
    {
        if (schema.Find(name.Text) is { } known)
        {
            if (!_names.Contains(name.Text))
            {
                _names.Add(name.Text);
            }

            return new ExpressionNode.Named(known);
        }

        problems.Add(new(name.Offset, NearestName.ReasonFor("kpi.expression-unknown-name", name.Text, schema.Known)));
        return Broken;
    }

    private ExpressionNode.Among Among(ExpressionSyntax.Among among)
    {
        var operand = Check(among.Operand);
        if (among.Items.Length == 0)
        {
            problems.Add(new(among.Offset, Reason.Of("kpi.expression-empty-list")));
        }

        return new(operand, among.Negated, [.. among.Items.Select(i => ((ExpressionNode.Constant)Fit(i, Check(i), operand)).Value)]);
    }

    private ExpressionNode.Comparison Comparison(ExpressionSyntax.Binary binary)
    {
        var (left, right) = (Check(binary.Left), Check(binary.Right));
        if (binary.Left is ExpressionSyntax.Literal)
        {
            left = Fit(binary.Left, left, right);
        }
        else
        {
            right = Fit(binary.Right, right, left);
        }

        if (binary.Operator is not (Equal or NotEqual) && left.Type is ExpressionType.Text or ExpressionType.Flag && !IsBroken(left))
        {
            problems.Add(new(binary.Offset, Reason.Of("kpi.expression-no-order", ("type", Term(left.Type)))));
        }

        return new(binary.Operator, left, right);
    }

    private ExpressionNode.Arithmetic Arithmetic(ExpressionSyntax.Binary binary)
    {
        var left = Check(binary.Left, ExpressionType.Number);
        var right = Check(binary.Right, ExpressionType.Number);
        var unit = binary.Operator switch
        {
            Times => Product(left.Unit, right.Unit),
            Over => Quotient(left.Unit, right.Unit),
            _ => Same(left.Unit, right.Unit),
        };
        if (!unit.Fits)
        {
            problems.Add(new(binary.Offset, Units(left.Unit, right.Unit)));
        }

        return new(binary.Operator, left, right, unit.Unit);
    }

    // The node as a partner of another: same type and unit, a text beside a date read as a date, a text beside closed values one of them.
    private ExpressionNode Fit(ExpressionSyntax syntax, ExpressionNode node, ExpressionNode partner)
    {
        if (IsBroken(partner))
        {
            return node;
        }

        if (partner.Type == ExpressionType.Date && node is ExpressionNode.Constant { Type: ExpressionType.Text } text)
        {
            if (LocalDatePattern.Iso.Parse(text.Value.Text).TryGetValue(default, out var date))
            {
                return new ExpressionNode.Constant(ExpressionType.Date, ExpressionValue.Of(date));
            }

            problems.Add(new(syntax.Offset, Reason.Of("kpi.expression-date-form", ("value", text.Value.Text))));
            return node;
        }

        if (!Expect(syntax, node, partner.Type))
        {
            return node;
        }

        if (!Same(node.Unit, partner.Unit).Fits)
        {
            problems.Add(new(syntax.Offset, Units(partner.Unit, node.Unit)));
        }

        if (partner is ExpressionNode.Named { Name.Values: { } values } && node is ExpressionNode.Constant { Value: var value } && !values.Contains(value.Text))
        {
            problems.Add(new(syntax.Offset, NearestName.ReasonFor("kpi.expression-unknown-value", value.Text, values)));
        }

        return node;
    }

    private bool Expect(ExpressionSyntax syntax, ExpressionNode node, ExpressionType type)
    {
        if (node.Type == type || IsBroken(node))
        {
            return true;
        }

        problems.Add(new(syntax.Offset, Reason.Of("kpi.expression-type", ("expected", Term(type)), ("found", Term(node.Type)))));
        return false;
    }

    private static (bool Fits, Unit? Unit) Same(Unit? left, Unit? right) =>
        left is null ? (true, right) : right is null || left == right ? (true, left) : (false, left);

    private static (bool Fits, Unit? Unit) Product(Unit? left, Unit? right) =>
        left is null ? (true, right)
        : right is null ? (true, left)
        : left == Unit.Ratio || (left == Unit.Count && right != Unit.Ratio) ? (true, right)
        : right == Unit.Ratio || right == Unit.Count ? (true, left)
        : (false, left);

    private static (bool Fits, Unit? Unit) Quotient(Unit? upper, Unit? lower) =>
        lower is null ? (true, upper)
        : upper == lower ? (true, Unit.Ratio)
        : upper is null ? (false, null)
        : (lower == Unit.Count || lower == Unit.Ratio || lower == Unit.Days, upper);

    private static Reason Units(Unit? left, Unit? right) =>
        Reason.Of("kpi.expression-units", ("left", left?.Code ?? "1"), ("right", right?.Code ?? "1"));

    private static ReasonValue Term(ExpressionType type) => ReasonValue.Term(type switch
    {
        ExpressionType.Number => "kpi.expression.number",
        ExpressionType.Text => "kpi.expression.text",
        ExpressionType.Flag => "kpi.expression.flag",
        _ => "kpi.expression.date",
    });

    // Stands for a name that was reported already, so that nothing else is reported because of it.
    private static readonly ExpressionNode.Constant Broken = new(ExpressionType.Flag, ExpressionValue.Unknown);

    private static bool IsBroken(ExpressionNode node) => ReferenceEquals(node, Broken);
}
