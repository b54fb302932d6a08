namespace ActivityMgmt.Import.Tests;

public class PseudonymTests
{
    private const string Agents = """
        { "file": "agents.csv", "fact": "agent", "columns": { "agent": { "column": "name", "pseudonym": true }, "date": "join_date" } }
        """;

    private static Export Team(string salt = "pepper") => Export.WithActivities("").Mapping(Agents).Head($"salt = \"{salt}\"");

    [Fact]
    public void A_name_becomes_the_first_twelve_digits_of_its_salted_hash()
    {
        using var export = Team();

        // printf 'pepperLi Wei' | sha256sum
        Assert.Equal("a-b6b7187de1f7", export.Facts().OfType<AgentFact>().First().Agent.Value);
        Assert.Equal("a-b6b7187de1f7", export.Facts()[0].Origin.Id);
    }

    [Fact]
    public void The_same_name_and_salt_give_the_same_pseudonym_another_salt_another()
    {
        using var once = Team();
        using var again = Team();
        using var other = Team("salt");

        Assert.Equal(once.Facts(), again.Facts());
        Assert.NotEqual(once.Facts()[0].Key, other.Facts()[0].Key);
        Assert.Equal(once.Facts(), CrmFolder.Read(other.Folder, other.Document().WithSalt("pepper"), KnownReferences.None).Deliveries[0].Facts.Select(f => f.Fact));
    }

    [Fact]
    public void Names_are_kept_beside_the_facts_and_never_in_them()
    {
        using var export = Team();

        var delivery = export.Read().Deliveries[0];

        Assert.Equal(["Li Wei", "Wang Fang"], delivery.Names.Select(n => n.Name).Order());
        Assert.Equal(delivery.Facts.Select(f => f.Fact.Origin.Id).Order(), delivery.Names.Select(n => n.Id).Order());
        Assert.All(delivery.Facts, f => Assert.DoesNotContain("Li Wei", f.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_reject_names_the_pseudonym_not_the_person()
    {
        using var export = Team().Mapping(Agents, """
            { "file": "deals.csv", "fact": "opportunity", "id": ["no"], "columns": { "opportunity": "no", "agent": { "column": "who", "pseudonym": true }, "stage": { "constant": "lead" }, "date": { "constant": "2026-07-05" } } }
            """).File("deals.csv", "no,who\nO1,Zhao Min\n");

        var reject = Assert.Single(export.Read().Rejects);

        Assert.Equal("unknown-agent", reject.Code);
        Assert.StartsWith("a-", reject.Reason["value"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_revisions_the_highest_gives_the_name()
    {
        var file = Export.AgentFile.Replace("\"columns\"", "\"revision\": \"ver\", \"columns\"", StringComparison.Ordinal);
        using var export = Export.WithActivities("").Mapping(file).File("agents.csv", "emp_no,name,join_date,ver\nE1,Li Wei-Zhao,2024-01-01,2\nE1,Li Wei,2024-01-01,1\n");

        Assert.Equal([new PersonName(FactKind.Agent, "E1", "Li Wei-Zhao")], export.Read().Deliveries[0].Names);
    }
}
