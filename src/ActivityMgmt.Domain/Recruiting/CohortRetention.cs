namespace ActivityMgmt.Domain;

/// <summary>How many of those who joined stayed (n个月留存率). What left is the attrition (脱落率): 1 − retention.</summary>
public static class CohortRetention
{
    /// <summary>Of the times under contract that began in a period, how many lasted n months; contracts that follow each other without a break are one time. A time whose months aren't over yet and that goes on is open.</summary>
    /// <param name="organisation">Who was under contract when.</param>
    /// <param name="joined">When they joined, both ends included; somebody who came back counts with the second time, too.</param>
    /// <param name="months">How many months; still under contract on the day of that many months later is retained.</param>
    /// <param name="asOf">The day; a later end isn't known.</param>
    public static CohortCount Of(Organisation organisation, DateInterval joined, int months, LocalDate asOf)
    {
        Guard.Against.Null(organisation);
        Guard.Against.Null(joined);
        Guard.Against.NegativeOrZero(months);
        var cohort = organisation.Agents
            .SelectMany(a => organisation.TimesUnderContract(a), (a, days) => (Agent: a, Days: days))
            .Where(t => joined.Contains(t.Days.From) && t.Days.From <= asOf)
            .ToArray();
        return CohortCount.Of(
            cohort,
            t => IsRetained(t.Days),
            t => t.Days.From.PlusMonths(months) <= asOf || t.Days.Until < asOf,
            t => organisation.ContractTimeline(t.Agent).Where(c => c.Days.And(t.Days) is not null && c.Days.From <= asOf).Select(c => c.Fact.Reference).Distinct());

        bool IsRetained(DateSpan days) => days.From.PlusMonths(months) is var due && due <= asOf && !(days.Until < due);
    }
}
