namespace ActivityMgmt.Domain;

/// <summary>Looks at a CRM's own activities before anybody has set a goal: each agent against their own usual quarter. Reads only; nothing is stored anywhere.</summary>
public sealed class FirstLook(
    UseCaseEdge edge,
    IFactStore facts,
    IDocumentStore documents,
    IKpiEngine kpis,
    ITenantCalendars calendars,
    IForecaster forecaster,
    ICauseFinder causes,
    CheckpointPolicies policies)
{
    private readonly CheckpointReview _review = new(policies, forecaster, causes);

    /// <summary>Checkpoints of a day as they would be if every agent's goal were their own usual quarter: the median of the whole quarters before. Refused when no KPI document applies.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see everybody's checkpoints.</param>
    /// <param name="quarter">The running quarter.</param>
    /// <param name="measure">The measure that is looked at; its days add up.</param>
    /// <param name="asOf">The last day that is counted, in the quarter.</param>
    /// <param name="quartersBefore">How many quarters before are looked at, from 1 to 12.</param>
    /// <param name="piece">The smallest step of the usual figure, in the measure's unit.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside the quarter, or the number of quarters outside its range.</exception>
    /// <exception cref="KeyNotFoundException">The KPI document has no such measure.</exception>
    public Task<UseCaseResult<FirstLookResult>> LookAsync(
        CallContext call, Quarter quarter, MeasureId measure, LocalDate asOf, int quartersBefore, decimal piece, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        Guard.Against.OutOfRange(quartersBefore, nameof(quartersBefore), 1, 12);
        Guard.Against.Null(call);
        var days = calendars.For(call.Tenant).Fiscal.IntervalOf(quarter);
        return days.Contains(asOf)
            ? edge.RunAsync(call, "look-first", asOf, work => LookAsync(work, quarter, measure, quartersBefore, piece, asKnownAt, cancellation), cancellation)
            : throw new ArgumentOutOfRangeException(nameof(asOf), asOf, $"The day is not in {days}.");
    }

    private async Task<FirstLookResult> LookAsync(
        UseCaseWork work, Quarter quarter, MeasureId measure, int quartersBefore, decimal piece, long? asKnownAt, CancellationToken cancellation)
    {
        work.RequireEverything(AccessAction.See, DataKind.Checkpoints);
        var (call, asOf) = (work.Call, work.On);
        var own = calendars.For(call.Tenant);
        var fiscal = own.Fiscal;
        var book = (await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false)).UpTo(asOf);
        var readings = kpis.Open(book, await documents.RequireAsync(call, DocumentKinds.Kpis, fiscal.IntervalOf(quarter).Start, cancellation).ConfigureAwait(false), own);
        var past = new List<Quarter> { quarter.Previous };
        while (past.Count < quartersBefore)
        {
            past.Insert(0, past[0].Previous);
        }

        var history = new DateInterval(fiscal.IntervalOf(past[0]).Start, fiscal.IntervalOf(past[^1]).End);
        var made = new List<Checkpoint>();
        var without = new List<AgentId>();
        foreach (var agent in book.Organisation.ActiveOn(asOf))
        {
            cancellation.ThrowIfCancellationRequested();
            if (NextGoalProposal.For(Before(quarter, measure, agent, readings, call.Actor), readings, past, [], piece, call.Actor, asOf) is { } usual)
            {
                made.Add(_review.Review(usual, null, readings, asOf, asKnownAt, history, []));
            }
            else
            {
                without.Add(agent);
            }
        }

        return new(made, without);
    }

    private static Goal Before(Quarter quarter, MeasureId measure, AgentId agent, IReadings readings, ActorId by)
    {
        var days = readings.Calendars.Fiscal.IntervalOf(quarter.Previous);
        var description = readings.Measures.FirstOrDefault(m => m.Id == measure) ?? throw new KeyNotFoundException($"The KPI document has no measure '{measure}'.");
        return new()
        {
            Id = Cascade.IdOf(quarter.Previous, measure, Subject.Of(agent)),
            Partition = quarter.Previous.ToString(),
            Measure = measure,
            Subject = Subject.Of(agent),
            Period = days,
            Direction = description.Direction,
            State = GoalState.Draft,
            Revisions = [new(Quantity.Of(0m, description.Unit), days.Start, by, Reason.Of("goal.own-usual"))],
        };
    }
}

/// <summary>What a first look gave.</summary>
/// <param name="Checkpoints">One for each active agent with a past, sorted by agent.</param>
/// <param name="WithoutPast">Active agents of whom no whole quarter is known: nothing is said about them.</param>
public sealed record FirstLookResult(IReadOnlyList<Checkpoint> Checkpoints, IReadOnlyList<AgentId> WithoutPast);
