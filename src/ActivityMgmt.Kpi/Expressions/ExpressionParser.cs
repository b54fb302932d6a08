using System.Globalization;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Superpower.Tokenizers;
using static ActivityMgmt.Kpi.ExpressionToken;
using Unit = ActivityMgmt.Domain.Unit;
using Written = Superpower.Model.Token<ActivityMgmt.Kpi.ExpressionToken>;

namespace ActivityMgmt.Kpi;

/// <summary>Turns text into syntax. Knows no names, types or units.</summary>
internal static class ExpressionParser
{
    private const int DeepestNesting = 64;
    private const int LongestText = 4000;

    private static readonly Tokenizer<ExpressionToken> Tokenizer = new TokenizerBuilder<ExpressionToken>()
        .Ignore(Span.WhiteSpace)
        .Match(Span.Regex(@"[\p{L}_][\p{L}\p{Nd}_]*(?:[.\-][\p{L}\p{Nd}_]+)*"), Name)
        .Match(Span.Regex(@"\d{1,18}(?:\.\d{1,9})?%"), Percent)
        .Match(Span.Regex(@"\d{1,18}(?:\.\d{1,9})?"), Number)
        .Match(Span.Regex(@"'(?:[^']|'')*'"), ExpressionToken.Text)
        .Match(Span.EqualTo("=="), Equal)
        .Match(Span.EqualTo("!="), NotEqual)
        .Match(Span.EqualTo("<="), LessOrEqual)
        .Match(Span.EqualTo(">="), GreaterOrEqual)
        .Match(Span.EqualTo("<"), Less)
        .Match(Span.EqualTo(">"), Greater)
        .Match(Span.EqualTo("+"), Plus)
        .Match(Span.EqualTo("-"), Minus)
        .Match(Span.EqualTo("*"), Times)
        .Match(Span.EqualTo("/"), Over)
        .Match(Span.EqualTo("("), Open)
        .Match(Span.EqualTo(")"), Close)
        .Match(Span.EqualTo("["), OpenList)
        .Match(Span.EqualTo("]"), CloseList)
        .Match(Span.EqualTo(","), Comma)
        .Build();

    private static readonly TokenListParser<ExpressionToken, ExpressionSyntax.Literal> Literal =
        Token.EqualTo(Number).Select(t => new ExpressionSyntax.Literal(Offset(t), NumberOf(t.ToStringValue()), null))
            .Or(Token.EqualTo(Percent).Select(t => new ExpressionSyntax.Literal(Offset(t), PercentOf(t.ToStringValue()), Unit.Ratio)))
            .Or(Token.EqualTo(ExpressionToken.Text).Select(t => new ExpressionSyntax.Literal(Offset(t), ExpressionValue.Of(t.ToStringValue()[1..^1].Replace("''", "'", StringComparison.Ordinal)), null)))
            .Or(Token.EqualTo(True).Or(Token.EqualTo(False)).Select(t => new ExpressionSyntax.Literal(Offset(t), ExpressionValue.Of(t.Kind == True), null)));

    private static readonly TokenListParser<ExpressionToken, ExpressionSyntax> Operand =
        Literal.Select(ExpressionSyntax (l) => l)
            .Or(Token.EqualTo(Name).Select(ExpressionSyntax (t) => new ExpressionSyntax.Name(Offset(t), t.ToStringValue())))
            .Or(Superpower.Parse.Ref(() => Whole!).Between(Token.EqualTo(Open), Token.EqualTo(Close)));

    private static readonly TokenListParser<ExpressionToken, ExpressionSyntax> Signed =
        Token.EqualTo(Minus).Then(t => Superpower.Parse.Ref(() => Signed!).Select(ExpressionSyntax (o) => new ExpressionSyntax.Unary(Offset(t), Minus, o)))
            .Or(Operand);

    private static readonly TokenListParser<ExpressionToken, ExpressionSyntax> Product =
        Superpower.Parse.Chain(Token.EqualTo(Times).Or(Token.EqualTo(Over)), Signed, Join);

    private static readonly TokenListParser<ExpressionToken, ExpressionSyntax> Sum =
        Superpower.Parse.Chain(Token.EqualTo(Plus).Or(Token.EqualTo(Minus)), Product, Join);

    private static readonly TokenListParser<ExpressionToken, ExpressionSyntax.Literal[]> List =
        Literal.ManyDelimitedBy(Token.EqualTo(Comma)).Between(Token.EqualTo(OpenList), Token.EqualTo(CloseList));

    private static readonly TokenListParser<ExpressionToken, ExpressionSyntax> Comparison =
        Sum.Then(left =>
            Token.Matching<ExpressionToken>(k => k is >= Equal and <= GreaterOrEqual, "comparison")
                .Then(op => Sum.Select(right => Join(op, left, right)))
                .Or(Token.EqualTo(In).Then(op => List.Select(ExpressionSyntax (items) => new ExpressionSyntax.Among(Offset(op), left, false, items))))
                .Or(Token.EqualTo(Not).Then(op => Token.EqualTo(In).IgnoreThen(List).Select(ExpressionSyntax (items) => new ExpressionSyntax.Among(Offset(op), left, true, items))))
                .OptionalOrDefault(left));

    private static readonly TokenListParser<ExpressionToken, ExpressionSyntax> Negation =
        Token.EqualTo(Not).Then(t => Superpower.Parse.Ref(() => Negation!).Select(ExpressionSyntax (o) => new ExpressionSyntax.Unary(Offset(t), Not, o)))
            .Or(Comparison);

    private static readonly TokenListParser<ExpressionToken, ExpressionSyntax> Conjunction = Superpower.Parse.Chain(Token.EqualTo(And), Negation, Join);

    private static readonly TokenListParser<ExpressionToken, ExpressionSyntax> Whole = Superpower.Parse.Chain(Token.EqualTo(Or), Conjunction, Join);

    /// <summary>The syntax of a text; <see langword="null"/> after adding a problem.</summary>
    public static ExpressionSyntax? Parse(string text, List<ExpressionProblem> problems)
    {
        if (text.Length > LongestText)
        {
            problems.Add(new(LongestText, Reason.Of("kpi.expression-too-long", ("limit", LongestText))));
            return null;
        }

        var tokenized = Tokenizer.TryTokenize(text);
        if (!tokenized.HasValue)
        {
            var at = tokenized.ErrorPosition.HasValue ? Math.Min(tokenized.ErrorPosition.Absolute, text.Length - 1) : 0;
            problems.Add(text[at] == '\''
                ? new(at, Reason.Of("kpi.expression-open-text"))
                : new(at, Reason.Of("kpi.expression-character", ("found", text[at].ToString()))));
            return null;
        }

        var tokens = tokenized.Value.Select(t => new Written(Keyword(t), t.Span)).ToArray();
        if (TooDeepAt(tokens) is { } deep)
        {
            problems.Add(new(deep, Reason.Of("kpi.expression-too-deep", ("limit", DeepestNesting))));
            return null;
        }

        var parsed = Whole.AtEnd().TryParse(new TokenList<ExpressionToken>(tokens));
        if (parsed.HasValue)
        {
            return parsed.Value;
        }

        problems.Add(Problem(text, tokens, parsed.ErrorPosition));
        return null;
    }

    // After an operand an operator is missing; anywhere else an operand, or a list after "in".
    private static ExpressionProblem Problem(string text, Written[] tokens, Position position)
    {
        var at = position.HasValue ? position.Absolute : text.Length;
        var index = Array.FindIndex(tokens, t => Offset(t) >= at);
        var previous = index switch { 0 => None, < 0 => tokens.Length == 0 ? None : tokens[^1].Kind, _ => tokens[index - 1].Kind };
        var found = index < 0 ? ReasonValue.Term("kpi.expression.end") : tokens[index].ToStringValue();
        var code = previous switch
        {
            Name or Number or Percent or ExpressionToken.Text or True or False or Close or CloseList => "kpi.expression-operator-expected",
            In => "kpi.expression-list-expected",
            _ => "kpi.expression-operand-expected",
        };
        return new(index < 0 ? text.Length : at, Reason.Of(code, ("found", found)));
    }

    private static int? TooDeepAt(Written[] tokens)
    {
        var (depth, signs) = (0, 0);
        foreach (var token in tokens)
        {
            depth += token.Kind switch { Open => 1, Close => -1, _ => 0 };
            signs = token.Kind is Not or Minus ? signs + 1 : 0;
            if (depth > DeepestNesting || signs > DeepestNesting)
            {
                return Offset(token);
            }
        }

        return null;
    }

    private static ExpressionToken Keyword(Written token) => token.Kind != Name ? token.Kind : token.ToStringValue() switch
    {
        "and" => And,
        "or" => Or,
        "not" => Not,
        "in" => In,
        "true" => True,
        "false" => False,
        _ => Name,
    };

    /// <summary>Whether a text can stand as a name in an expression.</summary>
    public static bool IsName(string text) =>
        Tokenizer.TryTokenize(text) is { HasValue: true, Value: var tokens } && tokens.ToArray() is [var only] && Keyword(only) == Name;

    private static ExpressionSyntax Join(Written op, ExpressionSyntax left, ExpressionSyntax right) =>
        new ExpressionSyntax.Binary(Offset(op), op.Kind, left, right);

    private static int Offset(Written token) => token.Span.Position.Absolute;

    // The tokenizer takes at most 18 digits before and 9 after the point, which always fit.
    private static ExpressionValue NumberOf(string text) => ExpressionValue.Of(decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));

    private static ExpressionValue PercentOf(string text) =>
        ExpressionValue.Of(decimal.Parse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) / 100m);
}
