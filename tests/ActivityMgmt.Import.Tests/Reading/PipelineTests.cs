namespace ActivityMgmt.Import.Tests;

public class PipelineTests
{
    private static readonly Lazy<ImportResult> Read = new(() => CrmFolder.Read(
        SharedDataFactAttribute.PipelineFolder!,
        MappingDocument.Load(Repository.Path("samples", "BranchQuarter", "pipeline", "mapping.json")),
        KnownReferences.None));

    private static IEnumerable<Fact> Facts => Read.Value.Deliveries.SelectMany(d => d.Facts).Select(f => f.Fact);

    [SharedDataFact]
    public void The_value_won_is_the_published_total()
    {
        var won = Facts.OfType<OpportunityFact>().Where(o => o.Stage == "won").ToArray();

        Assert.Equal(10_005_534m, won.Sum(o => o.Value!.Value.Amount));
        Assert.Equal(4238, won.Length);
        Assert.All(won, o => Assert.Equal("USD", o.Value!.Value.Currency));
    }

    [SharedDataFact]
    public void Nothing_is_rejected_and_every_row_becomes_its_stages()
    {
        Assert.Empty(Read.Value.Rejects);
        var stages = Facts.OfType<OpportunityFact>().CountBy(o => o.Stage).ToDictionary();
        Assert.Equal(new Dictionary<string, int> { ["prospecting"] = 500, ["engaging"] = 8300, ["won"] = 4238, ["lost"] = 2473 }, stages);
        Assert.Equal(new FileTotals("sales_pipeline.csv", 8800, 500 + 8300 + 4238 + 2473, 0, 0), Read.Value.Files.Single(f => f.File == "sales_pipeline.csv"));
    }

    [SharedDataFact]
    public void No_fact_holds_the_name_of_an_agent_or_manager()
    {
        var people = File.ReadLines(Path.Combine(SharedDataFactAttribute.PipelineFolder!, "sales_teams.csv")).Skip(1).SelectMany(l => l.Split(',')[..2]).Distinct().ToArray();

        var text = string.Join("\n", Facts.Select(f => f.ToString()));

        Assert.All(people, p => Assert.DoesNotContain(p, text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(35, Read.Value.Deliveries[0].Names.Count(n => n.Kind == FactKind.Agent));
    }

    [SharedDataFact]
    public void Products_have_one_name_and_agents_one_team_each()
    {
        Assert.Equal(7, Facts.OfType<OpportunityFact>().Select(o => o.Product).Distinct().Count());
        var assignments = Facts.OfType<AssignmentFact>().ToArray();
        Assert.Equal((35, 6), (assignments.Length, assignments.Select(a => a.Team).Distinct().Count()));
    }

    [SharedDataFact]
    public void Says_what_the_data_set_can_not_give() => Assert.Equal(
        [
            FactKind.Licence, FactKind.Activity, FactKind.Policy, FactKind.PolicyEvent, FactKind.Premium, FactKind.Training, FactKind.Feedback, FactKind.Market,
            FactKind.Team, FactKind.Lineage, FactKind.Leave, FactKind.Recruit, FactKind.Consent, FactKind.PolicyRole, FactKind.PremiumDue, FactKind.Appointment,
            FactKind.Attendance, FactKind.GroupEvent, FactKind.Entry,
        ],
        Read.Value.AbsentKinds);
}
