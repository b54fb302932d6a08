using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class DocumentHeaderTests
{
    [Fact]
    public void Reads_id_version_and_validity()
    {
        var header = Read("""{ "id": "agency-quarter", "version": 4, "effective": "2026-10-01/.." }""");

        Assert.Equal(
            new DocumentHeader { Id = "agency-quarter", Version = 4, EffectiveFrom = Day("2026-10-01"), EffectiveTo = null, FileName = "plan.json" }, header);
    }

    [Fact]
    public void Both_days_of_a_validity_are_included()
    {
        var published = Read("""{ "id": "a", "version": 1, "effective": "2026-07-01/2026-09-30" }""").ToPublished(DocumentKinds.PayPlan, "{}");

        Assert.False(published.AppliesOn(Day("2026-06-30")));
        Assert.True(published.AppliesOn(Day("2026-07-01")));
        Assert.True(published.AppliesOn(Day("2026-09-30")));
        Assert.False(published.AppliesOn(Day("2026-10-01")));
    }

    [Fact]
    public void A_published_document_carries_the_header_the_kind_and_the_text()
    {
        var published = Read("""{ "id": "a", "version": 2, "effective": "2026-07-01/.." }""").ToPublished("pay-plan", "text");

        Assert.Equal(("pay-plan", "a", 2, "text", "plan.json"), (published.Kind, published.Id, published.Version, published.Text, published.FileName));
        Assert.True(published.AppliesOn(Day("2099-01-01")));
        Assert.Equal("982D9E3EB996F559E633F4D194DEF3761D909F5A3B647D1A851FEAD67C32C9D1", published.Hash); // sha256sum of "text"
    }

    [Theory]
    [InlineData("""{ "version": 1, "effective": "2026-07-01/.." }""", "document.missing", "$.id")]
    [InlineData("""{ "id": " ", "version": 1, "effective": "2026-07-01/.." }""", "document.empty-id", "$.id")]
    [InlineData("""{ "id": "a", "effective": "2026-07-01/.." }""", "document.missing", "$.version")]
    [InlineData("""{ "id": "a", "version": 0, "effective": "2026-07-01/.." }""", "document.version-from-1", "$.version")]
    [InlineData("""{ "id": "a", "version": 1.5, "effective": "2026-07-01/.." }""", "document.wrong-kind", "$.version")]
    [InlineData("""{ "id": "a", "version": 1 }""", "document.missing", "$.effective")]
    [InlineData("""{ "id": "a", "version": 1, "effective": "2026-07-01" }""", "document.effective-form", "$.effective")]
    [InlineData("""{ "id": "a", "version": 1, "effective": "2026-07-01/later" }""", "document.effective-form", "$.effective")]
    [InlineData("""{ "id": "a", "version": 1, "effective": "/2026-07-01" }""", "document.effective-form", "$.effective")]
    [InlineData("""{ "id": "a", "version": 1, "effective": "2026-07-02/2026-07-01" }""", "document.effective-order", "$.effective")]
    [InlineData("""{ "id": "a", "version": 1, "effective": 2026 }""", "document.wrong-kind", "$.effective")]
    public void Each_mistake_gives_one_problem_at_its_member(string text, string code, string path)
    {
        var root = DocumentNode.Parse(text, "plan.json");

        DocumentHeader.Read(root);

        var problem = Assert.Single(Assert.Throws<DocumentException>(root.ThrowIfProblems).Problems);
        Assert.Equal((code, path), (problem.Reason.Code, problem.Place.Path));
    }

    [Fact]
    public void One_day_is_a_validity()
    {
        var header = Read("""{ "id": "a", "version": 1, "effective": "2026-07-01/2026-07-01" }""");

        Assert.Equal((Day("2026-07-01"), (LocalDate?)Day("2026-07-01")), (header.EffectiveFrom, header.EffectiveTo));
    }

    [Fact]
    public void A_document_published_without_a_file_name_is_named_after_its_id() =>
        Assert.Equal("a.json", new PublishedDocument { Kind = "x", Id = "a", Version = 1, EffectiveFrom = Day("2026-07-01"), Text = "{}" }.FileName);

    private static DocumentHeader Read(string text)
    {
        var root = DocumentNode.Parse(text, "plan.json");
        var header = DocumentHeader.Read(root);
        root.ThrowIfProblems();
        return header;
    }
}
