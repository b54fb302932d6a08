namespace ActivityMgmt.Kpi;

// What was written, before names and types are looked at. Offset is the character of the name, literal or operator.
internal abstract record ExpressionSyntax(int Offset)
{
    internal sealed record Literal(int Offset, ExpressionValue Value, Unit? Unit) : ExpressionSyntax(Offset);

    internal sealed record Name(int Offset, string Text) : ExpressionSyntax(Offset);

    internal sealed record Unary(int Offset, ExpressionToken Operator, ExpressionSyntax Operand) : ExpressionSyntax(Offset);

    internal sealed record Binary(int Offset, ExpressionToken Operator, ExpressionSyntax Left, ExpressionSyntax Right) : ExpressionSyntax(Offset);

    internal sealed record Among(int Offset, ExpressionSyntax Operand, bool Negated, Literal[] Items) : ExpressionSyntax(Offset);
}
