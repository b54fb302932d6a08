namespace ActivityMgmt.Incentives;

/// <summary>A pay plan that was read from its document and found valid: who is eligible, and what is paid for what.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class PayPlan
{
    internal PayPlan(PlanReference reference, PlanTerms terms, IReadOnlyList<PayComponent> components, IReadOnlyList<BoardThreshold> thresholds)
    {
        Reference = reference;
        Terms = terms;
        Components = components;
        Thresholds = thresholds;
    }

    /// <summary>The document it was read from.</summary>
    public PlanReference Reference { get; }

    /// <summary>ISO 4217 code of everything the plan pays.</summary>
    public string Currency => Terms.Currency;

    /// <summary>Where it applies, such as <c>CN</c>; <see langword="null"/> when the document doesn't say.</summary>
    public string? Jurisdiction => Terms.Jurisdiction;

    /// <summary>How each line's amount is rounded, once.</summary>
    public Rounding Rounding => Terms.Rounding;

    /// <summary>The ids of the components, in the order of the document.</summary>
    public IReadOnlyList<string> ComponentIds => [.. Components.Select(c => c.Id)];

    /// <summary>The names that the document gives its components, under <c>component.</c> and the component's id.</summary>
    public ITextSource Texts => new ComponentTexts(Components);

    /// <summary>Where the bands of tiers and factors begin, by measure and in the order of the document: what a team board of the quarter shows the way to (<see cref="TeamBoardPolicies.Thresholds"/>).</summary>
    /// <remarks>
    /// Named <c>component/from</c> and <c>component/table/from</c>. Only bands that begin above zero and give more than what lies below them. Left out are the scales of other components' lines, of the year's running total
    /// and of single lines, since no measure of the quarter reaches them. Under <c>(a,b]</c> a band begins just above its threshold.
    /// </remarks>
    public IReadOnlyList<BoardThreshold> Thresholds { get; }

    internal PlanTerms Terms { get; }

    internal Expression? Eligible => Terms.Eligible;

    internal IReadOnlyList<PayComponent> Components { get; }

    /// <summary>Reads a plan and checks all of it.</summary>
    /// <param name="document">The document, of kind <see cref="DocumentKinds.PayPlan"/>.</param>
    /// <param name="measures">The measures that the plan may name, see <see cref="IReadings.Measures"/>.</param>
    /// <exception cref="DocumentException">Something in it is wrong; every problem is listed with its line and column.</exception>
    public static PayPlan Read(PublishedDocument document, IReadOnlyList<MeasureDescription> measures)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(measures);
        return PayPlanReader.Read(document, measures);
    }
}
