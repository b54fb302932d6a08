namespace ActivityMgmt.Incentives;

/// <summary>Assessment rules (考核) that were read from their document and found valid: the ranks in rising order, and for each what promotes and what maintains.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class AssessmentRules
{
    internal AssessmentRules(PlanReference reference, IReadOnlyList<string> ranks, IReadOnlyDictionary<string, RankRules> rules, int? endAfterMisses)
    {
        Reference = reference;
        Ranks = ranks;
        Rules = rules;
        EndAfterMisses = endAfterMisses;
    }

    /// <summary>The document they were read from.</summary>
    public PlanReference Reference { get; }

    /// <summary>The ranks, lowest first.</summary>
    public IReadOnlyList<string> Ranks { get; }

    internal IReadOnlyDictionary<string, RankRules> Rules { get; }

    internal int? EndAfterMisses { get; }

    /// <summary>Reads rules and checks all of them.</summary>
    /// <param name="document">The document, of kind <see cref="DocumentKinds.Assessment"/>.</param>
    /// <param name="measures">The measures that the rules may name.</param>
    /// <exception cref="DocumentException">Something in it is wrong; every problem is listed with its line and column.</exception>
    public static AssessmentRules Read(PublishedDocument document, IReadOnlyList<MeasureDescription> measures)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(measures);
        return AssessmentDocument.Read(document, measures);
    }
}
