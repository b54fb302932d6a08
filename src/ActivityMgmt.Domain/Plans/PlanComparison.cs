namespace ActivityMgmt.Domain;

/// <summary>A planned week against what was done, by kind of activity. Unplanned work is counted apart and welcome: it never lowers a rate.</summary>
public sealed record PlanComparison
{
    /// <summary>Whose week.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>Monday to Sunday, both included.</summary>
    public required DateInterval Days { get; init; }

    /// <summary>A line for each kind of activity that was planned or done, sorted by kind.</summary>
    public required IReadOnlyList<PlanComparisonLine> Lines { get; init; }

    /// <summary>All kinds together.</summary>
    public PlanComparisonLine Total => new()
    {
        Activity = "total",
        Planned = Lines.Sum(l => l.Planned),
        Done = Lines.Sum(l => l.Done),
        Missed = Lines.Sum(l => l.Missed),
        Cancelled = Lines.Sum(l => l.Cancelled),
        Open = Lines.Sum(l => l.Open),
        Unplanned = Lines.Sum(l => l.Unplanned),
        Facts = [.. Lines.SelectMany(l => l.Facts).Distinct().OrderBy(f => f.Key)],
    };

    /// <summary>Compares a week with a book's facts.</summary>
    /// <param name="plan">
    /// The week; an activity that was moved out of it counts by what became of it. One that was called off after the week was agreed stays planned: it counts as called off, or as
    /// done or missed where the facts say so all the same.
    /// </param>
    /// <param name="facts">What is known. Work of the agent in the week that the plan doesn't name is unplanned, whether or not it has an appointment.</param>
    public static PlanComparison Of(WeekPlan plan, FactBook facts)
    {
        Guard.Against.Null(plan);
        var work = WorkItems.Of(Guard.Against.Null(facts));
        var byId = work.Where(w => w.Appointment is not null).ToDictionary(w => w.Appointment!.Value);
        PlannedActivity[] calledOff = [.. plan.CalledOff.Where(c => c.WasAgreed).Select(c => c.Activity)];
        var planned = plan.Activities.Select(a => (Planned: a, IsCalledOff: false)).Concat(calledOff.Select(a => (Planned: a, IsCalledOff: true)))
            .ToLookup(a => a.Planned.Activity, a => (byId.GetValueOrDefault(a.Planned.Id), a.IsCalledOff));
        var names = plan.Activities.Concat(calledOff).Select(a => a.Id).ToHashSet();
        var unplanned = work
            .Where(w => w.State == WorkItemState.Done && w.Agent == plan.Agent && plan.Days.Contains(w.Report!.Date) && !(w.Appointment is { } id && names.Contains(id)))
            .ToLookup(w => w.Activity);
        return new()
        {
            Agent = plan.Agent,
            Days = plan.Days,
            Lines =
            [
                .. planned.Select(g => g.Key).Union(unplanned.Select(g => g.Key)).Order(StringComparer.Ordinal)
                    .Select(activity => PlanComparisonLine.Of(activity, [.. planned[activity]], [.. unplanned[activity]])),
            ],
        };
    }
}

/// <summary>One kind of activity in a week. <see cref="Planned"/> is the sum of done, missed, cancelled and open.</summary>
public sealed record PlanComparisonLine
{
    /// <summary>The kind of activity as planned; <c>total</c> for all.</summary>
    public required string Activity { get; init; }

    /// <summary>How many were planned.</summary>
    public required int Planned { get; init; }

    /// <summary>How many of them were done, with or without success.</summary>
    public required int Done { get; init; }

    /// <summary>How many of them were missed.</summary>
    public required int Missed { get; init; }

    /// <summary>How many of them were called off, in the plan or by the facts.</summary>
    public required int Cancelled { get; init; }

    /// <summary>How many of them nothing is known about yet.</summary>
    public required int Open { get; init; }

    /// <summary>How many were done besides.</summary>
    public required int Unplanned { get; init; }

    /// <summary>The facts behind the numbers, sorted by key.</summary>
    public required IReadOnlyList<FactReference> Facts { get; init; }

    /// <summary>Done ÷ planned, exact; <see langword="null"/> when nothing was planned. Unplanned work is in neither.</summary>
    public Quantity? CarriedOut => Planned == 0 ? null : Quantity.Ratio(Done, Planned);

    internal static PlanComparisonLine Of(string activity, (WorkItem? Work, bool IsCalledOff)[] planned, WorkItem[] unplanned)
    {
        var became = planned.Select(p => p.Work?.State switch
        {
            WorkItemState.Done or WorkItemState.Missed or WorkItemState.Cancelled => p.Work.State,
            _ => p.IsCalledOff ? WorkItemState.Cancelled : WorkItemState.Planned,
        }).ToArray();
        return new()
        {
            Activity = activity,
            Planned = planned.Length,
            Done = became.Count(s => s == WorkItemState.Done),
            Missed = became.Count(s => s == WorkItemState.Missed),
            Cancelled = became.Count(s => s == WorkItemState.Cancelled),
            Open = became.Count(s => s == WorkItemState.Planned),
            Unplanned = unplanned.Length,
            Facts = [.. planned.Select(p => p.Work).OfType<WorkItem>().Concat(unplanned).SelectMany(w => w.Facts).Distinct().OrderBy(f => f.Key)],
        };
    }
}
