namespace ActivityMgmt.Domain;

/// <summary>Something that changed for an agent in the organisation.</summary>
public abstract record OrganisationChange
{
    private OrganisationChange(AgentId agent, LocalDate date) => (Agent, Date) = (agent, date);

    /// <summary>Whom it concerns.</summary>
    public AgentId Agent { get; init; }

    /// <summary>The first day on which the new state holds.</summary>
    public LocalDate Date { get; init; }

    /// <summary>Active for the first time.</summary>
    /// <param name="Agent">Who.</param>
    /// <param name="Date">The first day.</param>
    /// <param name="Team">Where.</param>
    /// <param name="Rank">With which rank.</param>
    public sealed record Joined(AgentId Agent, LocalDate Date, TeamId Team, string Rank) : OrganisationChange(Agent, Date);

    /// <summary>Active again after days without contract or without assignment.</summary>
    /// <param name="Agent">Who.</param>
    /// <param name="Date">The first day back.</param>
    /// <param name="Team">Where.</param>
    /// <param name="Rank">With which rank.</param>
    /// <param name="LastDayBefore">The last active day before.</param>
    public sealed record Returned(AgentId Agent, LocalDate Date, TeamId Team, string Rank, LocalDate LastDayBefore) : OrganisationChange(Agent, Date);

    /// <summary>Active no more. The date is the day after the last one.</summary>
    /// <param name="Agent">Who.</param>
    /// <param name="Date">The first day without them.</param>
    /// <param name="Team">The team they left.</param>
    /// <param name="Rank">The last rank.</param>
    /// <param name="IsStillUnderContract">Whether the contract goes on without an assignment: a gap, not a leaver.</param>
    public sealed record Left(AgentId Agent, LocalDate Date, TeamId Team, string Rank, bool IsStillUnderContract) : OrganisationChange(Agent, Date);

    /// <summary>In another team than the day before.</summary>
    /// <param name="Agent">Who.</param>
    /// <param name="Date">The first day there.</param>
    /// <param name="From">The team before.</param>
    /// <param name="To">The team from then on.</param>
    public sealed record MovedTeam(AgentId Agent, LocalDate Date, TeamId From, TeamId To) : OrganisationChange(Agent, Date);

    /// <summary>In a higher rank than the day before.</summary>
    /// <param name="Agent">Who.</param>
    /// <param name="Date">The first day in it.</param>
    /// <param name="From">The rank before.</param>
    /// <param name="To">The rank from then on.</param>
    public sealed record Promoted(AgentId Agent, LocalDate Date, string From, string To) : OrganisationChange(Agent, Date);

    /// <summary>In a lower rank than the day before.</summary>
    /// <param name="Agent">Who.</param>
    /// <param name="Date">The first day in it.</param>
    /// <param name="From">The rank before.</param>
    /// <param name="To">The rank from then on.</param>
    public sealed record Demoted(AgentId Agent, LocalDate Date, string From, string To) : OrganisationChange(Agent, Date);

    /// <summary>In another rank than the day before; which is higher, the order of ranks doesn't say.</summary>
    /// <param name="Agent">Who.</param>
    /// <param name="Date">The first day in it.</param>
    /// <param name="From">The rank before.</param>
    /// <param name="To">The rank from then on.</param>
    public sealed record ChangedRank(AgentId Agent, LocalDate Date, string From, string To) : OrganisationChange(Agent, Date);

    /// <summary>Leads a team that they didn't lead the day before.</summary>
    /// <param name="Agent">Who.</param>
    /// <param name="Date">The first day.</param>
    /// <param name="Team">The team.</param>
    public sealed record LeadershipTaken(AgentId Agent, LocalDate Date, TeamId Team) : OrganisationChange(Agent, Date);

    /// <summary>Leads a team no more.</summary>
    /// <param name="Agent">Who.</param>
    /// <param name="Date">The first day without.</param>
    /// <param name="Team">The team.</param>
    public sealed record LeadershipLost(AgentId Agent, LocalDate Date, TeamId Team) : OrganisationChange(Agent, Date);
}
