namespace ActivityMgmt.Incentives;

/// <summary>Where a title stands.</summary>
public enum TitleStatus
{
    /// <summary>Earned by the figures; its quality condition isn't known yet.</summary>
    Provisional,

    /// <summary>Earned, and its quality condition, if it has one, is met.</summary>
    Confirmed,
}

/// <summary>A title given to an agent for a quarter. There is one at most for title, agent and quarter, however often it is worked out.</summary>
public sealed record TitleAward : IAggregate
{
    /// <summary>Quarter, title and agent: <c>2026Q3/quarter-star/E1001</c>.</summary>
    public string Key => $"{Period}/{Title}/{Agent}";

    /// <summary>The quarter.</summary>
    public string Partition => Period.ToString();

    /// <summary>The rules that were applied.</summary>
    public required PlanReference Rules { get; init; }

    /// <summary>The title's id.</summary>
    public required string Title { get; init; }

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The quarter it was earned in.</summary>
    public required Quarter Period { get; init; }

    /// <summary>The id of the route that led to it: the first of the document that was gone whole.</summary>
    public required string Route { get; init; }

    /// <summary>Where it stands.</summary>
    public required TitleStatus Status { get; init; }

    /// <summary>The conditions with their values.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>The facts behind it.</summary>
    public required Evidence Evidence { get; init; }
}
