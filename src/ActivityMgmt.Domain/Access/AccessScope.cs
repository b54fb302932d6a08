namespace ActivityMgmt.Domain;

/// <summary>What one actor may see and decide in one tenant. Made by an <see cref="IAccessPolicy"/>, handed to the ports. What no grant allows is not allowed.</summary>
public sealed record AccessScope
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The actor.</summary>
    public required ActorId Actor { get; init; }

    /// <summary>
    /// The agent behind the actor, under contract or not any more: what is private to that agent is the actor's own, and what is decided about that agent takes somebody else.
    /// <see langword="null"/> when there is none. <value>Default: none.</value>
    /// </summary>
    public AgentId? Agent { get; init; }

    /// <summary>What is allowed. <value>Default: nothing.</value></summary>
    public IReadOnlyList<AccessGrant> Grants { get; init; } = [];

    /// <summary>The scope of somebody who may nothing.</summary>
    public static AccessScope Nothing(CallContext call)
    {
        Guard.Against.Null(call);
        return new() { Tenant = call.Tenant, Actor = call.Actor };
    }

    /// <summary>The scope of somebody who may everything.</summary>
    public static AccessScope Everything(CallContext call) => Nothing(call) with
    {
        Grants = [new() { Actions = Enum.GetValues<AccessAction>(), Data = Enum.GetValues<DataKind>(), Stretches = [AccessStretch.Everything] }],
    };

    /// <summary>The parts of the organisation, with their days, for which something may be done with a kind of data. A store filters by them.</summary>
    public IEnumerable<AccessStretch> StretchesFor(AccessAction action, DataKind data) =>
        Grants.Where(g => g.Allows(action, data)).SelectMany(g => g.Stretches).Distinct();

    /// <summary>Whether something may be done with a subject's data of some days: on at least one of them.</summary>
    public bool Allows(AccessAction action, DataKind data, Subject subject, LocalDate from, LocalDate until) =>
        Grants.Any(g => g.Allows(action, data) && g.Stretches.Any(s => s.Reaches(subject, from, until)));

    /// <summary>Whether a record may be seen.</summary>
    public bool Sees<T>(T record)
        where T : class, IQueryRecord
    {
        Guard.Against.Null(record);
        return Allows(AccessAction.See, T.Data, record.Subject, record.From, record.Until);
    }

    /// <summary>Refuses what is not allowed.</summary>
    /// <exception cref="BrokenRuleException">It is not allowed on that day.</exception>
    public void Require(AccessAction action, DataKind data, Subject subject, LocalDate on) => Require(action, data, subject, new DateInterval(on, on));

    /// <summary>Refuses what is not allowed on any day of a period, as lists leave out a record of which no day is reached.</summary>
    /// <param name="action">What is to be done.</param>
    /// <param name="data">The kind of data.</param>
    /// <param name="subject">Whose data.</param>
    /// <param name="period">First to last day of the data, both included; one of them that is reached is enough.</param>
    /// <exception cref="BrokenRuleException">It is allowed on none of these days; the refusal names the last one.</exception>
    public void Require(AccessAction action, DataKind data, Subject subject, DateInterval period)
    {
        Guard.Against.Null(period);
        if (!Allows(action, data, subject, period.Start, period.End))
        {
            throw new BrokenRuleException(new NobodyActsOutsideTheirScopeRule(Actor, action, data, subject, period.End));
        }
    }

    /// <summary>Refuses a scope that was made for another call.</summary>
    /// <exception cref="ArgumentException">Tenant or actor differ.</exception>
    public void MustBeOf(CallContext call)
    {
        Guard.Against.Null(call);
        if (Tenant != call.Tenant || Actor != call.Actor)
        {
            throw new ArgumentException($"The scope is {Actor}'s in {Tenant}; the call is {call.Actor}'s in {call.Tenant}.", nameof(call));
        }
    }
}
