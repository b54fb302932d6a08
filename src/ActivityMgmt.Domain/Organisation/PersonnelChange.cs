namespace ActivityMgmt.Domain;

/// <summary>What has to be recorded so that a promotion, a demotion, a move, a leaving or a return takes effect, with what follows from it by policy; and why.</summary>
/// <remarks>Proposed, not recorded: a host shows it, lets a named person confirm it, and stores the facts by <see cref="Organising.ChangeAsync"/>. Pure and repeatable.</remarks>
public sealed record PersonnelChange
{
    /// <summary>
    /// The facts: first the ends, as the next revisions of known facts, then what begins. A relation that began on the very day of the change keeps that day; an
    /// assignment or a place that did is revised.
    /// </summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>What was done and by which policy, in the order in which it followed.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Works out what to record.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="personnelEvent">What was settled.</param>
    /// <param name="policies">What follows from it.</param>
    /// <param name="origin">The origin of new facts: they get its id with <c>-1</c>, <c>-2</c> … behind it, so that the same call gives the same facts.</param>
    /// <exception cref="BrokenRuleException">The agent is not there on the day; a promotion doesn't lead up or a demotion down; a move leads nowhere else; or a return is none.</exception>
    public static PersonnelChange Of(FactBook facts, PersonnelEvent personnelEvent, OrganisationPolicies policies, FactOrigin origin)
    {
        Guard.Against.Null(facts);
        Guard.Against.Null(personnelEvent);
        Guard.Against.Null(policies);
        Guard.Against.Null(origin);
        var draft = new PersonnelDraft(facts, policies, origin);
        switch (personnelEvent)
        {
            case PersonnelEvent.Promotion promotion:
                draft.Promote(promotion);
                break;
            case PersonnelEvent.Demotion demotion:
                draft.Demote(demotion);
                break;
            case PersonnelEvent.Move move:
                draft.Move(move);
                break;
            case PersonnelEvent.UnitMove unitMove:
                draft.MoveUnit(unitMove);
                break;
            case PersonnelEvent.Leaving leaving:
                draft.Leave(leaving);
                break;
            case PersonnelEvent.Rehire rehire:
                draft.Rehire(rehire);
                break;
            default:
                throw new System.Diagnostics.UnreachableException(personnelEvent.GetType().Name);
        }

        return draft.ToChange();
    }
}
