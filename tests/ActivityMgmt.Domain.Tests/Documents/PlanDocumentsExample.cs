using System.Text.RegularExpressions;
using ActivityMgmt.Testing;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>The code and the documents of docs/concepts/plan-documents.md.</summary>
public partial class PlanDocumentsExample
{
    [Fact]
    public async Task A_document_is_read_published_and_has_a_schema()
    {
        const string text = """{ "id": "agency", "version": 1, "effective": "2026-01-01/..", "cadences": [ { "id": "new-lead", "steps": [ { "activity": "call", "delay": 0 } ] } ] }""";
        var (documents, call, cancellation) = (new InMemoryDocumentStore(), Branch.Call, CancellationToken.None);
        // docs:start read
        PublishedDocument published = DocumentHeader.Read(DocumentNode.Parse(text, "cadences.json")).ToPublished(DocumentKinds.Cadences, text);
        IReadOnlyList<Cadence> cadences = CadenceDocument.Read(published);      // or a DocumentException with every problem and its place
        await documents.PublishAsync(call, published, cancellation);

        string schema = DocumentSchemas.Of(DocumentKinds.Cadences);             // for an editor; the package has it in its folder schemas, too
        // docs:end read

        Assert.Equal("new-lead", Assert.Single(cadences).Id);
        Assert.Equal(published, await documents.FindAsync(call, DocumentKinds.Cadences, Day("2026-07-01"), cancellation));
        Assert.Contains("\"title\": \"Cadences\"", schema, StringComparison.Ordinal);
    }

    [SourceFact]
    public void The_documents_of_both_pages_are_accepted()
    {
        foreach (var page in new[] { "docs/concepts/plan-documents.md", "docs/zh-CN/concepts/plan-documents.md" })
        {
            string[] texts = [.. JsonBlock().Matches(File.ReadAllText(Path.Combine(Sources.Root!, page))).Select(m => m.Groups[1].Value)];

            Assert.Equal(
                (4, "new-lead", 20m, 4),
                (texts.Length, CadenceDocument.Read(Document(texts[0]))[0].Id, ActivityPointsDocument.Read(Document(texts[1])).WeeklyGoal, SalesProcessDocument.Read(Document(texts[2])).Stages.Count));
            Assert.Equal(("A1 S1 S2", 12), (string.Join(' ', OrganisationPoliciesDocument.Read(Document(texts[3])).Ranks.Ranks), OrganisationPoliciesDocument.Read(Document(texts[3])).Rehire.SameAgentWithinMonths));
        }
    }

    private static PublishedDocument Document(string text) => new() { Kind = "any", Id = "any", Version = 1, EffectiveFrom = Day("2026-01-01"), Text = text };

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
