namespace ActivityMgmt.Domain;

/// <summary>How an event for several, such as a product seminar (产说会), went: invited → attended → signed → collected, each customer counted once a stage.</summary>
public sealed record GroupEventResult
{
    /// <summary>The event.</summary>
    public required GroupEventId Event { get; init; }

    /// <summary>The four stages in order.</summary>
    public required IReadOnlyList<GroupEventStep> Steps { get; init; }

    /// <summary>How an event went; for one agent's guests when <paramref name="agent"/> is given, else for all.</summary>
    public static GroupEventResult Of(FactBook facts, GroupEventId @event, AgentId? agent = null)
    {
        Guard.Against.Null(facts);
        var byStage = facts.GroupEvents.Where(e => e.Event == @event && (agent is null || e.Agent == agent)).ToLookup(e => e.Stage);
        var steps = new List<GroupEventStep>();
        HashSet<CustomerId> before = [];
        foreach (var stage in Enum.GetValues<GroupEventStage>())
        {
            var there = byStage[stage].Select(e => e.Customer).ToHashSet();
            var came = there.Count(before.Contains);
            steps.Add(new()
            {
                Stage = stage,
                Customers = there.Count,
                FromStageBefore = came,
                Rate = before.Count == 0 ? null : Quantity.Ratio(came, before.Count),
                Facts = [.. byStage[stage].Select(e => e.Reference)],
            });
            before = there;
        }

        return new() { Event = @event, Steps = steps };
    }
}

/// <summary>One stage of an event for several.</summary>
public sealed record GroupEventStep
{
    /// <summary>The stage.</summary>
    public required GroupEventStage Stage { get; init; }

    /// <summary>How many customers reached it, each counted once.</summary>
    public required int Customers { get; init; }

    /// <summary>How many of them were at the stage before: guests who came without an invitation are not among them.</summary>
    public required int FromStageBefore { get; init; }

    /// <summary><see cref="FromStageBefore"/> ÷ the customers of the stage before, exact and at most 1; <see langword="null"/> for the first stage and when nobody was at the one before.</summary>
    public required Quantity? Rate { get; init; }

    /// <summary>The facts behind the count, in canonical order.</summary>
    public required IReadOnlyList<FactReference> Facts { get; init; }
}
