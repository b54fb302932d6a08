using System.Security.Cryptography;
using System.Text;

namespace ActivityMgmt.Domain;

/// <summary>A KPI document, pay plan, rule pack or the like, as it was published. A published version never changes.</summary>
public sealed record PublishedDocument
{
    /// <summary>What sort of document it is: one of <see cref="DocumentKinds"/>, or a host's own.</summary>
    public required string Kind { get; init; }

    /// <summary>The document's id, such as <c>agency-quarter</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The first day on which it applies, included.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>The last day on which it applies, included; <see langword="null"/> while no end is known.</summary>
    public LocalDate? EffectiveTo { get; init; }

    /// <summary>The JSON text as it was published.</summary>
    public required string Text { get; init; }

    /// <summary>The name that messages about the document use. <value>Default: the id with <c>.json</c>.</value></summary>
    public string FileName
    {
        get => field ?? Id + ".json";
        init;
    }

    /// <summary>SHA-256 of the text in UTF-8, upper-case hexadecimal.</summary>
    public string Hash => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Whether it applies on a day.</summary>
    public bool AppliesOn(LocalDate date) => EffectiveFrom <= date && !(EffectiveTo < date);
}

/// <summary>The sorts of document these packages know.</summary>
public static class DocumentKinds
{
    /// <summary>Measures and the funnel.</summary>
    public const string Kpis = "kpis";

    /// <summary>The branch's target for a period and how it is cascaded.</summary>
    public const string Target = "target";

    /// <summary>A pay plan.</summary>
    public const string PayPlan = "pay-plan";

    /// <summary>Rank assessment rules.</summary>
    public const string Assessment = "assessment";

    /// <summary>Titles and support offers.</summary>
    public const string Incentives = "incentives";

    /// <summary>A scorecard.</summary>
    public const string Scorecard = "scorecard";

    /// <summary>The stages that opportunities go through.</summary>
    public const string SalesProcess = "sales-process";

    /// <summary>Sequences of touches for customers.</summary>
    public const string Cadences = "cadences";

    /// <summary>Points for activities, and goals for them.</summary>
    public const string ActivityPoints = "activity-points";

    /// <summary>What follows in the organisation from promotions, moves, leaving and returns.</summary>
    public const string Organisation = "organisation";

    /// <summary>A pack of compliance rules.</summary>
    public const string RulePack = "rule-pack";

    /// <summary>Working days: holidays and make-up days.</summary>
    public const string WorkCalendar = "work-calendar";
}

/// <summary>Keeps published documents by tenant, kind, id and version.</summary>
/// <remarks>An open end yields to a higher version that begins later: of two versions that apply on a day, the one that began last counts.</remarks>
public interface IDocumentStore
{
    /// <summary>Publishes a version. Publishing the same version with the same text and dates again changes nothing.</summary>
    /// <exception cref="ConflictException">The version is published with another text or other dates, or its dates overlap another version's and neither yields.</exception>
    Task PublishAsync(CallContext call, PublishedDocument document, CancellationToken cancellation);

    /// <summary>The version of a kind of document that applies on a day; of several ids, the first by id. <see langword="null"/> when none applies.</summary>
    Task<PublishedDocument?> FindAsync(CallContext call, string kind, LocalDate date, CancellationToken cancellation);
}
