namespace ActivityMgmt.Domain;

/// <summary>How many of those who joined stayed (n个月留存率). What left is the attrition (脱落率): 1 − retention.</summary>
public static class CohortRetention
{
    /// <summary>Of the contracts that began in a period, how many lasted n months. A contract whose months aren't over yet and that is in force is open.</summary>
    /// <param name="organisation">Who was under contract when.</param>
    /// <param name="joined">When the contracts began, both ends included; somebody who came back counts with the second one, too.</param>
    /// <param name="months">How many months; still under contract on the day of that many months later is retained.</param>
    /// <param name="asOf">The day; a later end isn't known.</param>
    public static CohortCount Of(Organisation organisation, DateInterval joined, int months, LocalDate asOf)
    {
        Guard.Against.Null(organisation);
        Guard.Against.Null(joined);
        Guard.Against.NegativeOrZero(months);
        var contracts = organisation.Agents.SelectMany(organisation.ContractsOf).Where(c => joined.Contains(c.Date) && c.Date <= asOf).ToArray();
        return CohortCount.Of(contracts, IsRetained, c => c.Date.PlusMonths(months) <= asOf || c.LeftOn < asOf, c => [c.Reference]);

        bool IsRetained(AgentFact contract) => contract.Date.PlusMonths(months) is var due && due <= asOf && !(contract.LeftOn < due);
    }
}
