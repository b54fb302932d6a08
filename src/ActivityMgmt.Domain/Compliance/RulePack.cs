namespace ActivityMgmt.Domain;

/// <summary>How sure we are of a rule's text and numbers; only <see cref="Verified"/> rules are enabled unless a document says so.</summary>
public enum RuleEvidence
{
    /// <summary>V: read in a source.</summary>
    Verified,

    /// <summary>P: read in part, or in a secondary source.</summary>
    Partial,

    /// <summary>K: from knowledge, not re-read.</summary>
    Known,

    /// <summary>D: a draft or a proposal.</summary>
    Draft,
}

/// <summary>A regulator's or company's rule as data: who says so, since when, how severe, and its numbers.</summary>
public sealed record ComplianceRule
{
    /// <summary>The rule's id, such as <c>CN-TEL-01</c>.</summary>
    public required string Id { get; init; }

    /// <summary>ISO 3166 code of the country or region whose rule it is.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The law, order or notice.</summary>
    public required string Source { get; init; }

    /// <summary>The article in it.</summary>
    public required string Article { get; init; }

    /// <summary>The first day on which it applies, included.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>The last day on which it applies, included; <see langword="null"/> while no end is known.</summary>
    public LocalDate? EffectiveTo { get; init; }

    /// <summary>What a breach does: <see cref="ComplianceOutcome.Warn"/> or <see cref="ComplianceOutcome.Block"/>.</summary>
    public required ComplianceOutcome Severity { get; init; }

    /// <summary>How sure we are of it.</summary>
    public required RuleEvidence Evidence { get; init; }

    /// <summary>Whether it is checked.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>The check with its numbers.</summary>
    public required IComplianceCheck Check { get; init; }

    /// <summary>Whether the rule applies on a day.</summary>
    public bool AppliesOn(LocalDate date) => IsEnabled && EffectiveFrom <= date && !(EffectiveTo < date);
}

/// <summary>One kind of check, with its parameters. A host adds its own kind beside the built-in ones.</summary>
public interface IComplianceCheck
{
    /// <summary>Checks every case whose event lies in a period.</summary>
    /// <param name="rule">The rule that carries the check.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="period">The period of the events, both ends included.</param>
    /// <returns>A result for each case; the caller drops those whose date the rule doesn't cover.</returns>
    IEnumerable<ComplianceResult> Check(ComplianceRule rule, FactBook facts, DateInterval period);
}

/// <summary>Builds a check from a rule's parameters; problems are reported at the node.</summary>
/// <param name="parameters">The rule's <c>parameters</c> member.</param>
public delegate IComplianceCheck ComplianceCheckReader(DocumentNode parameters);

/// <summary>Rules that apply together (document kind <see cref="DocumentKinds.RulePack"/>).</summary>
public sealed record RulePack
{
    private static readonly Dictionary<string, ComplianceCheckReader> BuiltIn = new()
    {
        ["active-licence"] = ActiveLicenceCheck.Read,
        ["quiet-hours"] = QuietHoursCheck.Read,
        ["do-not-contact"] = DoNotContactCheck.Read,
        ["training-hours"] = TrainingHoursCheck.Read,
        ["handover-deadline"] = HandoverDeadlineCheck.Read,
    };

    /// <summary>The rules, in the order of the document.</summary>
    public required IReadOnlyList<ComplianceRule> Rules { get; init; }

    /// <summary>Reads a published pack.</summary>
    /// <param name="document">The document.</param>
    /// <param name="ownKinds">A host's own kinds of check, by name; <see langword="null"/> when it has none.</param>
    /// <exception cref="DocumentException">The document is not valid.</exception>
    public static RulePack Read(PublishedDocument document, IReadOnlyDictionary<string, ComplianceCheckReader>? ownKinds = null)
    {
        Guard.Against.Null(document);
        var root = DocumentNode.Parse(document.Text, document.FileName);
        root.AllowOnly("id", "version", "effective", "name", "rules");
        var rules = new List<ComplianceRule>();
        foreach (var node in root["rules"].Items)
        {
            var rule = Rule(node, ownKinds ?? new Dictionary<string, ComplianceCheckReader>());
            if (rules.Any(r => r.Id == rule.Id))
            {
                node["id"].Report(Reason.Of("document.id-twice", ("id", rule.Id)));
            }

            rules.Add(rule);
        }

        root.ThrowIfProblems();
        return new() { Rules = rules };
    }

    /// <summary>Applies every rule as it stood on the day of each event. Results are sorted by rule, date, agent.</summary>
    public IReadOnlyList<ComplianceResult> Review(FactBook facts, DateInterval period) =>
    [
        .. Rules.Where(r => r.IsEnabled)
            .SelectMany(r => r.Check.Check(r, facts, period).Where(result => r.AppliesOn(result.Date)))
            .OrderBy(r => r.Rule, StringComparer.Ordinal)
            .ThenBy(r => r.Date)
            .ThenBy(r => r.Agent?.Value, StringComparer.Ordinal)
            .ThenBy(r => r.Facts.Count == 0 ? "" : r.Facts[0].ToString(), StringComparer.Ordinal),
    ];

    private static ComplianceRule Rule(DocumentNode node, IReadOnlyDictionary<string, ComplianceCheckReader> ownKinds)
    {
        node.AllowOnly("id", "jurisdiction", "source", "article", "effective", "severity", "evidence", "enabled", "kind", "parameters");
        var evidence = node["evidence"].OneOf("V", "P", "K", "D") switch
        {
            "V" => RuleEvidence.Verified,
            "P" => RuleEvidence.Partial,
            "K" => RuleEvidence.Known,
            _ => RuleEvidence.Draft,
        };
        var kind = node["kind"].Text();
        var reader = ownKinds.GetValueOrDefault(kind) ?? BuiltIn.GetValueOrDefault(kind);
        if (reader is null)
        {
            node["kind"].Unknown("document.unknown-value", kind, BuiltIn.Keys.Concat(ownKinds.Keys));
        }

        var (from, to) = DocumentHeader.ReadEffective(node["effective"]);
        return new()
        {
            Id = node["id"].Text(),
            Jurisdiction = node["jurisdiction"].Text(),
            Source = node["source"].Text(),
            Article = node["article"].Text(),
            EffectiveFrom = from,
            EffectiveTo = to,
            Severity = node["severity"].OneOf("warn", "block") == "warn" ? ComplianceOutcome.Warn : ComplianceOutcome.Block,
            Evidence = evidence,
            IsEnabled = node["enabled"].Flag(evidence == RuleEvidence.Verified),
            Check = reader is null ? new ActiveLicenceCheck([]) : reader(node["parameters"]),
        };
    }
}
