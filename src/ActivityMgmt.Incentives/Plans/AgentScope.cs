namespace ActivityMgmt.Incentives;

/// <summary>What a condition about an agent may name, read for one quarter; remembers the facts behind what was asked.</summary>
/// <remarks>
/// Rank, status and tenure are taken on the last day of the quarter; the rank of somebody who left or was moved out before is the last one held in the quarter.
/// </remarks>
internal sealed class AgentScope
{
    public const string Rank = "rank";
    public const string Status = "agent.status";
    public const string Tenure = "agent.tenureMonths";

    /// <summary>The names beside the measures.</summary>
    public static IReadOnlyList<ExpressionName> Names { get; } =
    [
        new() { Name = Rank, Type = ExpressionType.Text },
        new() { Name = Status, Type = ExpressionType.Text, Values = ["active", "left", "not-joined"] },
        new() { Name = Tenure, Type = ExpressionType.Number },
    ];

    private readonly PayRun _run;
    private readonly DateInterval _period;
    private readonly HashSet<FactReference> _facts = [];

    public AgentScope(PayRun run, DateInterval quarter) => (_run, _period) = (run, quarter);

    /// <summary>The facts behind everything that was asked so far.</summary>
    public IReadOnlyList<FactReference> Facts => [.. _facts.OrderBy(f => f.Key)];

    /// <summary>The value of a name; unknown when the facts don't tell.</summary>
    public ExpressionValue Value(string name) => name switch
    {
        Rank => RankInForce() is { } assignment ? ExpressionValue.Of(assignment.Rank) : ExpressionValue.Unknown,
        Status => Known() is { } agent ? ExpressionValue.Of(StatusOf(agent)) : ExpressionValue.Unknown,
        Tenure => Known() is not null && _run.Book.Organisation.TenureInMonths(_run.Agent, _period.End) is { } months ? ExpressionValue.Of((decimal)months) : ExpressionValue.Unknown,
        _ => ExpressionValue.Of(Read(new(name))),
    };

    /// <summary>What a measure says of the agent in the quarter.</summary>
    public Reading Read(MeasureId measure)
    {
        var reading = _run.Readings.Read(measure, Subject.Of(_run.Agent), _period);
        _facts.UnionWith(reading switch
        {
            Reading.Measured m => m.Evidence.Facts,
            Reading.Absent a => a.Evidence.Facts,
            _ => [],
        });
        return reading;
    }

    private string StatusOf(AgentFact agent) =>
        agent.Date > _period.End ? "not-joined" : agent.IsUnderContractOn(_period.End) ? "active" : "left";

    private AgentFact? Known()
    {
        var agent = _run.Book.Organisation.LatestContractOf(_run.Agent, _period.End) ?? _run.Book.Organisation.Find(_run.Agent);
        if (agent is not null)
        {
            _facts.Add(agent.Reference);
        }

        return agent;
    }

    private AssignmentFact? RankInForce()
    {
        var last = _run.Book.Organisation.AssignmentsOf(_run.Agent)
            .Where(a => a.Date <= _period.End && !(a.Until < _period.Start))
            .OrderByDescending(a => a.Until < _period.End ? a.Until.Value : _period.End)
            .FirstOrDefault(); // a stable order: of equals, the one that began last
        if (last is not null)
        {
            _facts.Add(last.Reference);
        }

        return last;
    }
}
