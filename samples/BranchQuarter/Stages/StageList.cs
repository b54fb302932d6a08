namespace BranchQuarter.Stages;

/// <summary>Which stages the documents and the export allow, and why the others are skipped.</summary>
internal sealed class StageList
{
    private static readonly (string Document, FactKind[] Needs)[] Optional =
    [
        (DocumentKinds.Scorecard, [FactKind.Feedback, FactKind.Market]),
        (DocumentKinds.RulePack, [FactKind.Licence, FactKind.Training]),
        (DocumentKinds.PayPlan, [FactKind.Policy, FactKind.Premium]),
        (DocumentKinds.Assessment, [FactKind.Policy, FactKind.Training]),
        (DocumentKinds.Incentives, [FactKind.Policy]),
    ];

    private readonly HashSet<string> _documents;

    public StageList(IEnumerable<PublishedDocument> documents, IReadOnlyCollection<FactKind> absentKinds)
    {
        var published = documents.Select(d => d.Kind).ToHashSet(StringComparer.Ordinal);
        _documents = [.. published.Except(Optional.Where(o => o.Needs.Any(absentKinds.Contains)).Select(o => o.Document))];
        Skipped =
        [
            .. Optional.Where(o => !_documents.Contains(o.Document)).Select(o => o.Needs.Where(absentKinds.Contains).ToArray() is { Length: > 0 } missing
                ? Reason.Of("bq.skipped.no-facts", ("stage", ReasonValue.Term("bq.stage." + o.Document)), ("facts", string.Join(", ", missing)))
                : Reason.Of("bq.skipped.no-document", ("stage", ReasonValue.Term("bq.stage." + o.Document)))),
        ];
    }

    public bool Has(string document) => _documents.Contains(document);

    public IReadOnlyList<Reason> Skipped { get; }
}
