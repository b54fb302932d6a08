namespace ActivityMgmt.Incentives;

/// <summary>What an agent is paid for a quarter, line by line. Immutable: a correction is the difference to another statement.</summary>
public sealed class Statement : IAggregate
{
    private readonly IReadOnlyList<StatementLine> _lines = [];

    /// <summary>The plan, with the hash of its text.</summary>
    public required PlanReference Plan { get; init; }

    /// <summary>Whose statement it is.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The quarter it pays.</summary>
    public required Quarter Period { get; init; }

    /// <summary>ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The lines, in the order of the plan's components and then of the facts.</summary>
    /// <exception cref="ArgumentException">Two lines have the same id.</exception>
    public required IReadOnlyList<StatementLine> Lines
    {
        get => _lines;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.GroupBy(l => l.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            {
                throw new ArgumentException($"'{twice}' is the id of two lines; a line's id is unique in its statement.", nameof(value));
            }

            _lines = [.. value];
        }
    }

    /// <summary>The exact sum of the earned lines; clawbacks make it smaller and may make it negative.</summary>
    /// <exception cref="InvalidOperationException">A line's amount is in another currency.</exception>
    public Money Total => Sum(LineOutcome.Earned);

    /// <summary>The exact sum of the held lines' known amounts; not in <see cref="Total"/>.</summary>
    /// <exception cref="InvalidOperationException">A line's amount is in another currency.</exception>
    public Money HeldTotal => Sum(LineOutcome.Held);

    /// <summary>Quarter and agent: <c>2026Q3/E1001</c>.</summary>
    public string Key => KeyOf(Period, Agent);

    /// <summary>The quarter: <c>2026Q3</c>.</summary>
    public string Partition => Period.ToString();

    /// <summary>The line with an id; a component with one line a quarter, such as a bonus, gives it its own id.</summary>
    /// <exception cref="KeyNotFoundException">The statement has no such line.</exception>
    public StatementLine Line(string id) =>
        Lines.FirstOrDefault(l => l.Id == id)
        ?? throw new KeyNotFoundException($"Statement {Key} has no line '{id}'.");

    /// <summary>The key under which the statement of an agent for a quarter is stored.</summary>
    public static string KeyOf(Quarter period, AgentId agent) => $"{period}/{agent}";

    private Money Sum(LineOutcome outcome) => Lines
        .Where(l => l.Outcome == outcome)
        .Aggregate(Money.Zero(Currency), (sum, line) => line.Amount is { } amount ? sum + amount : sum);
}
