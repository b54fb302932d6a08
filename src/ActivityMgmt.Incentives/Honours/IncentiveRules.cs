namespace ActivityMgmt.Incentives;

/// <summary>Titles and support offers that were read from their document and found valid.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class IncentiveRules
{
    internal IncentiveRules(PlanReference reference, IReadOnlyList<TitleRule> titles, IReadOnlyList<SupportRule> support, int mostOffers)
    {
        Reference = reference;
        Titles = titles;
        Support = support;
        MostOffers = mostOffers;
    }

    /// <summary>The document they were read from.</summary>
    public PlanReference Reference { get; }

    /// <summary>The names that the document gives titles and offers, under <c>title.</c> or <c>support.</c> and the id.</summary>
    public ITextSource Texts => new IncentiveTexts(this);

    internal IReadOnlyList<TitleRule> Titles { get; }

    internal IReadOnlyList<SupportRule> Support { get; }

    internal int MostOffers { get; }

    /// <summary>Reads rules and checks all of them.</summary>
    /// <param name="document">The document, of kind <see cref="DocumentKinds.Incentives"/>.</param>
    /// <param name="measures">The measures that the rules may name.</param>
    /// <exception cref="DocumentException">Something in it is wrong; every problem is listed with its line and column.</exception>
    public static IncentiveRules Read(PublishedDocument document, IReadOnlyList<MeasureDescription> measures)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(measures);
        return IncentiveDocument.Read(document, measures);
    }
}
