namespace ActivityMgmt.Domain;

public sealed partial class Organisation
{
    /// <summary>An agent's rank on a day; <see langword="null"/> when the agent has no assignment then.</summary>
    public string? RankOf(AgentId agent, LocalDate date) => AssignmentOf(agent, date)?.Rank;

    /// <summary>
    /// The day from which the rank of a day has been held without a break, over as many assignments as there were. Another rank, a day without assignment
    /// or a day without contract ends it. <see langword="null"/> when the agent has no assignment on the day.
    /// </summary>
    public LocalDate? RankSince(AgentId agent, LocalDate date)
    {
        LocalDate? since = null;
        string? rank = null;
        foreach (var (days, assignment) in AssignmentTimeline(agent).Where(e => e.Days.From <= date).Reverse())
        {
            if (since is not { } first)
            {
                if (!days.Contains(date))
                {
                    return null;
                }
            }
            else if (assignment.Rank != rank || days.Until != first.PlusDays(-1))
            {
                break;
            }

            (since, rank) = (days.From, assignment.Rank);
        }

        return since is { } start && UnderContractSince(agent, date) is { } contract ? LocalDate.Max(start, contract) : since;
    }

    /// <summary>Whole months in the rank of a day, that day included: a month is complete on its last day. <see langword="null"/> when the agent has no assignment then.</summary>
    public int? MonthsInRank(AgentId agent, LocalDate date) =>
        RankSince(agent, date) is { } since ? Period.Between(since, date.PlusDays(1), PeriodUnits.Months).Months : null;

    /// <summary>Whether an agent is on probation in the rank of a day; the last day of the probation is one. <see langword="null"/> when the agent has no assignment then.</summary>
    public bool? IsOnProbation(AgentId agent, LocalDate date) => AssignmentOf(agent, date) is { } assignment ? assignment.ProbationUntil >= date : null;

    /// <summary>The status code of the contract in force on a day, such as <c>regular</c>; <see langword="null"/> when there is no contract or the source doesn't say.</summary>
    public string? StatusOf(AgentId agent, LocalDate date) => ContractOf(agent, date)?.Status;

    /// <summary>The capability grade of the contract in force on a day; <see langword="null"/> when there is no contract or the agent isn't graded.</summary>
    public string? GradeOf(AgentId agent, LocalDate date) => ContractOf(agent, date)?.Grade;

    /// <summary>The practice certificates valid on a day, in order of their first day; empty when none is.</summary>
    public IReadOnlyList<LicenceFact> LicencesOf(AgentId agent, LocalDate date) => [.. LicencesOf(agent).Where(l => l.IsValidOn(date))];

    /// <summary>Whether an agent may sell something somewhere on a day: one certificate permits both. <see langword="null"/> when no certificate is known at all.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="date">The day.</param>
    /// <param name="scope">What is sold, such as <c>annuity</c>; <see langword="null"/>: anything.</param>
    /// <param name="jurisdiction">Where, such as <c>CN-SH</c>; <see langword="null"/>: anywhere.</param>
    public bool? IsLicensedOn(AgentId agent, LocalDate date, string? scope, string? jurisdiction) => _licences.Contains(agent)
        ? _licences[agent].Any(l => l.IsValidOn(date) && (scope is null || l.Permits(scope)) && (jurisdiction is null || l.IsValidIn(jurisdiction)))
        : null;

    /// <summary>
    /// Certificates that end in a period without another one that permits the same in the same place on the next day, and more perhaps: those somebody must renew. In order of their last
    /// day. Those of somebody who has left by the next day are not among them.
    /// </summary>
    public IReadOnlyList<LicenceFact> LicencesRunningOut(DateInterval period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return
        [
            .. _licences.SelectMany(l => l)
                .Where(l => l.Until is { } until && period.Contains(until)
                    && !(LatestContractOf(l.Agent, until.PlusDays(1))?.LeftOn <= until)
                    && !_licences[l.Agent].Any(o => IsAsWideAs(o, l) && o.IsValidOn(until.PlusDays(1))))
                .OrderBy(l => l.Until)
                .ThenBy(l => l.Key),
        ];
    }

    /// <summary>Whether a day is the first months of somebody's work. See <see cref="RehirePolicy"/> for those who came back.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="date">The day.</param>
    /// <param name="policy">How long somebody is new, and when somebody who came back is new again.</param>
    /// <returns><see langword="null"/> when the agent has no contract on the day.</returns>
    public bool? IsNewcomer(AgentId agent, LocalDate date, RehirePolicy policy)
    {
        Guard.Against.Null(policy);
        return UnderContractSince(agent, date) is { } since
            ? date < since.PlusMonths(policy.NewcomerMonths) && ReentryOf(agent, date, policy) is not { IsWithinLimit: true }
            : null;
    }

    /// <summary>How an agent came back whose contract of a day is not the first one; <see langword="null"/> for the first contract, and without one. A contract that follows on the next day is no re-entry.</summary>
    public Reentry? ReentryOf(AgentId agent, LocalDate date, RehirePolicy policy)
    {
        Guard.Against.Null(policy);
        if (UnderContractSince(agent, date) is not { } since
            || ContractTimeline(agent).Where(c => c.Days.Until < since).Select(c => c.Days.Until).LastOrDefault() is not { } left)
        {
            return null;
        }

        return new()
        {
            Agent = agent,
            LeftOn = left,
            ReturnedOn = since,
            OldRecruiter = UplineOf(agent, LineageRelation.Recruited, left),
            IsWithinLimit = policy.IsWithinLimit(left, since),
        };
    }

    /// <summary>
    /// The first day of the time under contract that holds a day, over as many contracts as follow each other without a break; of somebody without contract then, of the last such
    /// time before it. <see langword="null"/> when the agent is unknown or not yet there.
    /// </summary>
    public LocalDate? JoinedOn(AgentId agent, LocalDate date) => LatestContractOf(agent, date) is { } contract
        ? UnderContractSince(agent, contract.LeftOn < date ? contract.LeftOn.Value : date)
        : null;

    private static bool IsAsWideAs(LicenceFact one, LicenceFact other) =>
        (one.Scope is null || one.Scope == other.Scope) && (one.Jurisdiction is null || (other.Jurisdiction is { } place && one.IsValidIn(place)));

    // The first day of the unbroken time under contract that holds a day.
    private LocalDate? UnderContractSince(AgentId agent, LocalDate date)
    {
        LocalDate? since = null;
        foreach (var (days, _) in ContractTimeline(agent).Where(c => c.Days.From <= date).Reverse())
        {
            if (since is { } first ? days.Until != first.PlusDays(-1) : !days.Contains(date))
            {
                break;
            }

            since = days.From;
        }

        return since;
    }
}
