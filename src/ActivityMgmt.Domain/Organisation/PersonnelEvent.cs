namespace ActivityMgmt.Domain;

/// <summary>Something a company settles about an agent, from which other changes of the organisation follow; see <see cref="PersonnelChange"/>.</summary>
public abstract record PersonnelEvent
{
    private PersonnelEvent()
    {
    }

    /// <summary>Whom it concerns.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>A higher rank.</summary>
    public sealed record Promotion : PersonnelEvent
    {
        /// <summary>The first day in the rank.</summary>
        public required LocalDate Date { get; init; }

        /// <summary>The rank.</summary>
        public required string Rank { get; init; }

        /// <summary>A team of their own that they lead from then on; <see langword="null"/>: team and leadership stay as they are.</summary>
        public TeamId? OwnTeam { get; init; }
    }

    /// <summary>A lower rank.</summary>
    public sealed record Demotion : PersonnelEvent
    {
        /// <summary>The first day in the rank.</summary>
        public required LocalDate Date { get; init; }

        /// <summary>The rank.</summary>
        public required string Rank { get; init; }

        /// <summary>Whether a leader leads the team in the lower rank, too. <value>No.</value></summary>
        public bool KeepsTheTeam { get; init; }
    }

    /// <summary>Another team, in the same rank. A leader leaves the own team behind.</summary>
    public sealed record Move : PersonnelEvent
    {
        /// <summary>The first day there.</summary>
        public required LocalDate Date { get; init; }

        /// <summary>The team.</summary>
        public required TeamId Team { get; init; }

        /// <summary>Whether they lead it from then on. <value>No.</value></summary>
        public bool LeadsIt { get; init; }
    }

    /// <summary>Another place for the unit that a leader leads: the team and all below it move with the leader.</summary>
    public sealed record UnitMove : PersonnelEvent
    {
        /// <summary>The first day there.</summary>
        public required LocalDate Date { get; init; }

        /// <summary>The team below which the unit hangs from then on; <see langword="null"/>: at the top.</summary>
        public required TeamId? Below { get; init; }
    }

    /// <summary>The end of a contract.</summary>
    public sealed record Leaving : PersonnelEvent
    {
        /// <summary>The last day under contract, included.</summary>
        public required LocalDate LastDay { get; init; }
    }

    /// <summary>A contract of somebody who had one before.</summary>
    public sealed record Rehire : PersonnelEvent
    {
        /// <summary>The first day under contract.</summary>
        public required LocalDate Date { get; init; }

        /// <summary>The team.</summary>
        public required TeamId Team { get; init; }

        /// <summary>The rank.</summary>
        public required string Rank { get; init; }

        /// <summary>Who brought them back; counts only for somebody who is a new agent. <see langword="null"/> when nobody did.</summary>
        public AgentId? Recruiter { get; init; }
    }
}
