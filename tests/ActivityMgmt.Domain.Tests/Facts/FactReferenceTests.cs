using CsCheck;

namespace ActivityMgmt.Domain.Tests;

public class FactReferenceTests
{
    [Fact]
    public void Reads_what_it_writes_whatever_the_id_holds() =>
        Gen.Select(Gen.Int[0, Enum.GetValues<FactKind>().Length - 1], Gens.Id, Gens.Id, Gen.Int[0, int.MaxValue]).Sample((kind, source, id, revision) =>
        {
            var reference = new FactReference(new((FactKind)kind, source.Replace('/', '-'), id), revision);
            return FactReference.Parse(reference.ToString()) == reference;
        });

    [Fact]
    public void Is_written_as_kind_source_id_and_revision() =>
        Assert.Equal("Premium:crm/R100@2", new FactReference(new(FactKind.Premium, "crm", "R100"), 2).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("Premium")]
    [InlineData("Premium:crm/R100")]
    [InlineData("Premium:crm@1")]
    [InlineData("Rainfall:crm/R100@1")]
    [InlineData("4:crm/R100@1")]
    [InlineData("99:crm/R100@1")]
    [InlineData("Agent,Market:crm/R100@1")]
    [InlineData("premium:crm/R100@1")]
    [InlineData("Premium:crm/R100@-1")]
    [InlineData("Premium:crm/R100@one")]
    [InlineData(":crm/R100@1")]
    public void Refuses_to_read_another_form(string text) => Assert.Throws<FormatException>(() => FactReference.Parse(text));

    [Fact]
    public void Keys_sort_by_kind_then_source_then_id_ordinally()
    {
        FactKey[] sorted =
        [
            new(FactKind.Agent, "z", "9"), new(FactKind.Activity, "a", "9"), new(FactKind.Activity, "b", "10"), new(FactKind.Activity, "b", "9"), new(FactKind.Activity, "b", "a"),
        ];

        Assert.Equal(sorted, Enumerable.Reverse(sorted).Order());
        Assert.True(sorted[0] < sorted[1]);
        Assert.True(sorted[4] >= sorted[3]);
    }
}
