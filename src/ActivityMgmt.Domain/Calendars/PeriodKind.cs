namespace ActivityMgmt.Domain;

/// <summary>The kinds of business period.</summary>
public enum PeriodKind
{
    /// <summary>Exactly seven days.</summary>
    Week,

    /// <summary>One of twelve months of a fiscal year; not always a month of the civil calendar.</summary>
    Month,

    /// <summary>Three months; the dates of a <see cref="Domain.Quarter"/>.</summary>
    Quarter,

    /// <summary>Two quarters.</summary>
    HalfYear,

    /// <summary>Four quarters: a fiscal year.</summary>
    Year,

    /// <summary>A period that no calendar gives, such as a contest; see <see cref="BusinessPeriod.Custom"/>.</summary>
    Custom,
}
