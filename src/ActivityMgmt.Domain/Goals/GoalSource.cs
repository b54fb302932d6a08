namespace ActivityMgmt.Domain;

/// <summary>Where a goal's actual comes from.</summary>
public enum GoalSource
{
    /// <summary>A measure of the KPI document, computed from facts.</summary>
    Measured,

    /// <summary>Entries that somebody typed in (<see cref="EntryFact"/>), since no system records the measure. They add up; no entry is no data.</summary>
    Manual,
}
