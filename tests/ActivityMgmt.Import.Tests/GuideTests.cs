using System.Text.RegularExpressions;

namespace ActivityMgmt.Import.Tests;

/// <summary>The guide's mapping document is accepted as it stands there, and every field and option it could name is in its tables.</summary>
public partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Repository.Path("docs", "how-to", "map-another-crm.md"));

    [Fact]
    public void The_guide_s_mapping_is_accepted()
    {
        var blocks = JsonBlock().Matches(Guide).Select(m => m.Groups[1].Value).Where(b => b.Contains("\"files\"", StringComparison.Ordinal)).ToArray();

        Assert.Equal("acme-crm", MappingDocument.Parse(Assert.Single(blocks), "map-another-crm.md").Id);
    }

    [Fact]
    public void The_guide_names_every_fact_field_and_reject_code()
    {
        Assert.All(FactShape.All, s => Assert.Contains($"| `{s.Name}` |", Guide, StringComparison.Ordinal));
        Assert.All(FactShape.All.SelectMany(s => s.Fields), f => Assert.Contains($"`{f.Name}`", Guide, StringComparison.Ordinal));
        Assert.All(RejectCodes.Tolerable, c => Assert.Contains($"`{c}`", Guide, StringComparison.Ordinal));
    }

    [GeneratedRegex("```json\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
