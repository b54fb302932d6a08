using System.Linq.Expressions;

namespace ActivityMgmt.Domain;

/// <summary>What a condition may say, so that it means the same everywhere.</summary>
internal static class SpecificationLanguage
{
    /// <summary>The condition with its comparisons of what may be missing made explicit.</summary>
    /// <exception cref="SpecificationException">It says something else.</exception>
    public static Expression<Func<T, bool>> Check<T>(Expression<Func<T, bool>> criteria)
    {
        Guard.Against.Null(criteria);
        return Expression.Lambda<Func<T, bool>>(new Checker(criteria.Parameters[0]).Condition(criteria.Body), criteria.Parameters);
    }

    /// <summary>The sort key.</summary>
    /// <exception cref="SpecificationException">It is no member, or one that stores sort differently.</exception>
    public static Expression<Func<T, object?>> CheckKey<T>(Expression<Func<T, object?>> key)
    {
        Guard.Against.Null(key);
        var body = key.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert && convert.Type == typeof(object) ? convert.Operand : key.Body;
        var checker = new Checker(key.Parameters[0]);
        return checker.IsMember(body) && IsSortable(Plain(body.Type)) ? key : throw checker.Refused(key.Body);
    }

    /// <summary>The body of a condition over another parameter.</summary>
    public static Expression Renamed<T>(Expression<Func<T, bool>> criteria, ParameterExpression parameter) =>
        new Renaming(criteria.Parameters[0], parameter).Visit(criteria.Body);

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    // Enumerations sort by number here and by name there; typed ids are structs with one text.
    private static bool IsSortable(Type type) => type == typeof(string) || (type.IsValueType && !type.IsEnum);

    private static bool IsOrdered(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(LocalDate) || type == typeof(Instant);

    private sealed class Checker(ParameterExpression record)
    {
        public Expression Condition(Expression part) => part switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } b => b.Update(Condition(b.Left), b.Conversion, Condition(b.Right)),
            UnaryExpression { NodeType: ExpressionType.Not } n when n.Type == typeof(bool) => n.Update(Condition(n.Operand)),
            BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } b when IsOperand(b.Left) && IsOperand(b.Right) => b,
            BinaryExpression
            {
                NodeType: ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual,
            } b when IsOrderedOperand(b.Left) && IsOrderedOperand(b.Right) => Present(b.Left, Present(b.Right, b)),
            MethodCallExpression c when IsContains(c) => c,
            _ when part.Type == typeof(bool) && (IsMember(part) || IsValue(part)) => part,
            _ => throw Refused(part),
        };

        public bool IsMember(Expression part) =>
            part is MemberExpression { Expression: { } of } && (of == record || (of is UnaryExpression { NodeType: ExpressionType.Convert } c && c.Operand == record));

        public SpecificationException Refused(Expression part) =>
            new(Reason.Of("query.unsupported", ("record", record.Type.Name), ("part", part.ToString())));

        private bool IsOperand(Expression part) => IsMember(Lifted(part)) || IsValue(part);

        private bool IsOrderedOperand(Expression part) => IsOrdered(Plain(part.Type)) && IsOperand(part) && !Plain(Lifted(part).Type).IsEnum;

        private bool IsContains(MethodCallExpression call) => call.Method.Name == "Contains" && call switch
        {
            { Object: { } text, Arguments: [var part] } when text.Type == typeof(string) && part.Type == typeof(string) => IsMember(text) && IsValue(part),
            { Object: { } list, Arguments: [var member] } => IsValue(list) && IsMember(Lifted(member)),
            { Object: null, Arguments: [var list, var member] } => IsValue(list) && IsMember(Lifted(member)),
            { Object: null, Arguments: [var list, var member, ConstantExpression { Value: null }] } => IsValue(list) && IsMember(Lifted(member)), // of a span, in C# 14
            _ => false,
        };

        private bool IsValue(Expression part)
        {
            var search = new Search(record);
            search.Visit(part);
            return !search.WasFound;
        }

        // The compiler widens a member to its nullable form, and an enumeration to its number.
        private static Expression Lifted(Expression part) =>
            part is UnaryExpression { NodeType: ExpressionType.Convert } c
            && (Plain(c.Type) == Plain(c.Operand.Type) || (Plain(c.Operand.Type).IsEnum && Plain(c.Type) == Enum.GetUnderlyingType(Plain(c.Operand.Type))))
                ? Lifted(c.Operand)
                : part;

        // Databases say neither true nor false when something is missing, which "not" would turn into nothing instead of true.
        private static Expression Present(Expression operand, Expression comparison) => Nullable.GetUnderlyingType(operand.Type) is null
            || (operand is UnaryExpression { NodeType: ExpressionType.Convert } c && Nullable.GetUnderlyingType(c.Operand.Type) is null)
                ? comparison
                : Expression.AndAlso(Expression.NotEqual(operand, Expression.Constant(null, operand.Type)), comparison);
    }

    private sealed class Search(ParameterExpression record) : ExpressionVisitor
    {
        public bool WasFound { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            WasFound |= node == record;
            return node;
        }
    }

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
