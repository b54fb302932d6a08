namespace ActivityMgmt.Import.Tests;

/// <summary>The committed sample export through its committed mapping.</summary>
public class SampleExportTests
{
    [Fact]
    public void The_sample_s_mapping_is_accepted_and_reads_every_kind_of_fact()
    {
        var mapping = MappingDocument.Load(Repository.Path("samples", "BranchQuarter", "data", "mapping.json"));

        Assert.Equal(("lianan-crm", 1, "crm"), (mapping.Id, mapping.Version, mapping.Source));
        Assert.Equal(Enum.GetValues<FactKind>(), mapping.Kinds);
    }
}
