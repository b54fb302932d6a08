namespace ActivityMgmt.Domain;

/// <summary>Turns a KPI document and facts into readings. Implemented by ActivityMgmt.Kpi.</summary>
public interface IKpiEngine
{
    /// <summary>Readings of a document's measures over a book of facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="kpis">The KPI document.</param>
    /// <param name="calendars">The calendars of the tenant whose facts they are.</param>
    /// <exception cref="DocumentException">The document is not valid.</exception>
    IReadings Open(FactBook facts, PublishedDocument kpis, Calendars calendars);
}

/// <summary>Readings of the measures of one KPI document over one book of facts, in a tenant's calendars. A pure function of the three.</summary>
public interface IReadings
{
    /// <summary>The facts behind the readings.</summary>
    FactBook Facts { get; }

    /// <summary>The calendars of the tenant whose facts they are: they say what came a month, quarter or year before, and which days are worked.</summary>
    Calendars Calendars { get; }

    /// <summary>The measures that may be asked for, in the order of the document.</summary>
    IReadOnlyList<MeasureDescription> Measures { get; }

    /// <summary>The measures that follow each other in the sales funnel, first step first; each step's conversion is its ratio to the step before.</summary>
    IReadOnlyList<MeasureId> Funnel { get; }

    /// <summary>What a measure says about a subject in a period, both ends included.</summary>
    /// <exception cref="KeyNotFoundException">The document has no such measure.</exception>
    Reading Read(MeasureId measure, Subject subject, DateInterval period);
}

/// <summary>Whether more or less of a measure is better.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    HigherIsBetter,

    /// <summary>Less is better.</summary>
    LowerIsBetter,
}

/// <summary>What a reader needs to know of a measure.</summary>
public sealed record MeasureDescription
{
    /// <summary>The measure's id in its document.</summary>
    public required MeasureId Id { get; init; }

    /// <summary>What its readings count.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Whether more or less is better.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Whether readings of the days of a period add up to the period's reading (counts and sums do; ratios, distinct counts and averages don't).</summary>
    public required bool IsAdditive { get; init; }

    /// <summary>Its name in English.</summary>
    public required string NameEn { get; init; }

    /// <summary>Its name in Chinese.</summary>
    public required string NameZh { get; init; }
}
