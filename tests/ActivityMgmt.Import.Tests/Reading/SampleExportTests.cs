namespace ActivityMgmt.Import.Tests;

/// <summary>The committed sample export through its committed mapping.</summary>
public class SampleExportTests
{
    private static readonly MappingDocument Mapping = MappingDocument.Load(Repository.Path("samples", "BranchQuarter", "data", "mapping.json"));
    private static readonly ImportResult Read = CrmFolder.Read(Repository.Path("samples", "BranchQuarter", "data", "exports"), Mapping, KnownReferences.None);

    [Fact]
    public void The_mapping_reads_every_kind_of_fact_and_every_kind_is_there()
    {
        Assert.Equal(Enum.GetValues<FactKind>().Where(k => k <= FactKind.Market), Mapping.Kinds);
        Assert.Empty(Read.AbsentKinds);
        Assert.Empty(Read.Absent);
    }

    [Fact]
    public void Exactly_the_defects_planted_for_the_import_are_rejected()
    {
        Assert.Equal(
            [
                "2026-07-19/activities.csv type unknown-code A1005-X-1",
                "2026-08-02/activities.csv  broken-row A1016-X-9",
                "2026-08-02/policies.csv product unknown-code P1029-2606-05",
                "2026-08-02/policy_events.csv pol_no rejected-reference P1029-2606-05-R",
                "2026-08-02/premiums.csv pol_no rejected-reference P1029-2606-05-Y1",
                "2026-08-09/policy_events.csv pol_no rejected-reference P1029-2606-05-C",
                "2026-08-16/activities.csv channel unknown-code A1006-X-1",
                "2026-08-23/training.csv  broken-row TR1022-X-1",
                "2026-09-13/activities.csv type unknown-code A1024-X-1",
            ],
            Read.Rejects.Select(r => $"{r.Place.File} {r.Place.Column} {r.Code} {r.RawText!.Split(',')[0]}"));
        Assert.True(Read.MayBeStored);
    }

    [Fact]
    public void Every_row_is_a_fact_or_a_reject_and_an_agent_s_row_is_a_licence_too() => Assert.All(
        Read.Files,
        f => Assert.Equal(f.RowsRead * (f.File.EndsWith("agents.csv", StringComparison.Ordinal) ? 2 : 1), f.Facts + f.RowsRejected));

    [Fact]
    public void A_renewed_licence_stands_beside_the_expired_one()
    {
        var book = FactBook.Of(Read.Deliveries.SelectMany(d => d.Facts).Select(f => f.Fact));

        Assert.Equal(
            [(new LocalDate(2023, 8, 16), new LocalDate(2026, 8, 15)), (new LocalDate(2026, 9, 10), new LocalDate(2029, 9, 9))],
            book.Organisation.LicencesOf(new("E1009")).Select(l => (l.Date, l.Until!.Value)));
    }

    [Fact]
    public void No_fact_holds_a_person_s_name()
    {
        var names = Read.Deliveries.SelectMany(d => d.Names).Select(n => n.Name).ToHashSet();

        Assert.True(names.Count > 100);
        Assert.DoesNotContain(
            Read.Deliveries.SelectMany(d => d.Facts).Select(f => f.Fact),
            f => f is AgentFact agent && names.Contains(agent.Agent.Value) || f is CustomerFact customer && names.Contains(customer.Customer.Value));
    }
}
