namespace ActivityMgmt.Domain;

/// <summary>Work moves as its life cycle says: what is done, missed or called off stays so, and only planned work is moved, begun or called off.</summary>
/// <param name="Item">The piece of work before the event.</param>
/// <param name="Event">What a fact says happened.</param>
/// <param name="Fact">The fact.</param>
public sealed record WorkMovesAsItsLifeCycleSaysRule(WorkItem Item, WorkItemEvent Event, FactReference Fact) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "execution.event-not-allowed",
        ("work", Item.Id),
        ("state", ReasonValue.Term($"work.state.{Item.State}")),
        ("event", ReasonValue.Term($"work.event.{Event}")),
        ("fact", Fact.ToString()));
}
