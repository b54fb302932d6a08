using System.Globalization;

namespace ActivityMgmt.Kpi;

/// <summary>What is wrong with an expression, and at which of its characters.</summary>
/// <param name="Offset">The character, from 0.</param>
/// <param name="Reason">What is wrong, what was expected, and the remedy.</param>
public sealed record ExpressionProblem(int Offset, Reason Reason);

/// <summary>An expression was not accepted. Carries every problem found.</summary>
public sealed class ExpressionException : FormatException
{
    /// <summary>Refuses an expression.</summary>
    public ExpressionException(string text, IReadOnlyList<ExpressionProblem> problems)
        : base(string.Join(Environment.NewLine, (problems ?? []).Select(p => string.Create(CultureInfo.InvariantCulture, $"'{text}', character {p.Offset + 1}: {p.Reason}"))))
    {
        ArgumentNullException.ThrowIfNull(problems);
        Problems = problems;
    }

    /// <summary>The problems, in the order of the text.</summary>
    public IReadOnlyList<ExpressionProblem> Problems { get; }
}
