using Microsoft.Extensions.DependencyInjection;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class OrganisationPoliciesDocumentTests
{
    private static readonly DocumentHeader Header = new() { Id = "agency", Version = 1, EffectiveFrom = Day("2026-01-01"), FileName = "organisation.json" };

    private static readonly OrganisationPolicies Other = new()
    {
        Ranks = new("A1", "S1", "主任"),
        ProbationMonths = new Dictionary<string, int> { ["主任"] = 6, ["S1"] = 3 },
        Lineage = new()
        {
            AtEqualRank = EqualRank.Stays,
            WhenTheBreederRanksAbove = BreederRanksAbove.StaysSeparate,
            BreedingAtReturn = BreedingAtReturn.GoesOn,
            TeamOfADemotedLeader = TeamWithoutLeader.GoesToTheBreeder,
            TeamOfALeaver = TeamWithoutLeader.IsDissolvedIntoTheParent,
            TeamOfAMovedLeader = TeamWithoutLeader.GoesToTheBreeder,
            BreedingEndsWithLeadership = false,
            RecruitsOfALeaver = DownlinesOfALeaver.StayOpen,
            BredUnitsOfALeaver = DownlinesOfALeaver.StayOpen,
        },
        Rehire = new() { SameAgentWithinMonths = 0, RestoresRecruiter = false, NewcomerMonths = 6 },
        Leave = new() { ExemptKinds = ["parental"], MinimumDays = 15 },
    };

    [Fact]
    public void Reads_what_a_company_does_differently_and_leaves_the_rest_as_usual()
    {
        var policies = Read("""
            { "id": "agency", "version": 1, "effective": "2026-01-01/..", "ranks": ["A1", "S1"], "probationMonths": { "S1": 3 },
              "lineage": { "teamOfALeaver": "goes-to-the-breeder" }, "rehire": { "newcomerMonths": 6 }, "leave": { "minimumDays": 15 } }
            """);

        Assert.Equal(new RankOrder("A1", "S1"), policies.Ranks);
        Assert.Equal(Day("2026-03-31"), policies.ProbationUntil("S1", Day("2026-01-01")));
        Assert.Equal(LineagePolicy.Default with { TeamOfALeaver = TeamWithoutLeader.GoesToTheBreeder }, policies.Lineage);
        Assert.Equal(RehirePolicy.Default with { NewcomerMonths = 6 }, policies.Rehire);
        Assert.Equal((15, "maternity sick"), (policies.Leave.MinimumDays, string.Join(' ', policies.Leave.ExemptKinds)));
    }

    [Fact]
    public void A_document_that_says_nothing_is_as_usual() => AssertSame(OrganisationPolicies.Default, Read("""{ "id": "agency", "version": 1, "effective": "2026-01-01/.." }"""));

    [Fact]
    public void What_is_written_is_read_back_the_same_and_written_the_same()
    {
        var text = OrganisationPoliciesDocument.Write(Header, Other);

        AssertSame(Other, Read(text));
        Assert.Equal(text, OrganisationPoliciesDocument.Write(Header, Read(text)));
        Assert.Contains("\"teamOfALeaver\": \"is-dissolved-into-the-parent\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("lineage", OrganisationPoliciesDocument.Write(Header, OrganisationPolicies.Default), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_everything_that_is_wrong_with_line_column_path_and_the_nearest_name()
    {
        var refused = Assert.Throws<DocumentException>(() => Read("""
            { "id": "agency", "version": 1, "effective": "2026-01-01/..",
              "ranks": ["A1", "S1", "A1"], "probationMonths": { "S11": 3, "S1": -1 },
              "linage": {}, "lineage": { "teamOfALeaver": "goes-to-the-breader" },
              "rehire": { "newcomerMonths": 1.5 }, "leave": { "minimumDays": 0 } }
            """));

        Assert.Equal(
            [
                "organisation.json(2,25) $.ranks[2]: document.id-twice ",
                "organisation.json(2,60) $.probationMonths.S11: organisation.unknown-rank S1",
                "organisation.json(2,69) $.probationMonths.S1: document.negative ",
                "organisation.json(3,13) $.linage: document.unknown-member lineage",
                "organisation.json(3,47) $.lineage.teamOfALeaver: document.unknown-value goes-to-the-breeder",
                "organisation.json(4,33) $.rehire.newcomerMonths: document.wrong-kind ",
                "organisation.json(4,66) $.leave.minimumDays: document.not-positive ",
            ],
            refused.Problems.Select(p => $"{p.Place}: {p.Reason.Code} {p.Reason.Values.FirstOrDefault(v => v.Key == "nearest").Value.Text}"));
    }

    [Fact]
    public void A_host_gives_a_file()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "organisation.json");
            File.WriteAllText(file, OrganisationPoliciesDocument.Write(Header, Other));
            using var services = new ServiceCollection().AddActivityManagement(a => a.UseOrganisationPolicies(file)).BuildServiceProvider();

            AssertSame(Other, services.GetRequiredService<OrganisationPolicies>());

            File.WriteAllText(file, """{ "id": "agency", "version": 1, "effective": "2026-01-01/..", "rank": [] }""");
            var refused = Assert.Throws<DocumentException>(() => new ServiceCollection().AddActivityManagement(a => a.UseOrganisationPolicies(file)));
            Assert.Equal("organisation.json(1,71)", Assert.Single(refused.Problems).Place.ToString().Split(' ')[0]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertSame(OrganisationPolicies expected, OrganisationPolicies actual)
    {
        Assert.Equal((expected.Ranks, expected.Lineage, expected.Rehire, expected.Leave.MinimumDays), (actual.Ranks, actual.Lineage, actual.Rehire, actual.Leave.MinimumDays));
        Assert.Equal(expected.Leave.ExemptKinds, actual.Leave.ExemptKinds);
        Assert.Equal(expected.ProbationMonths.OrderBy(p => p.Key, StringComparer.Ordinal), actual.ProbationMonths.OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    private static OrganisationPolicies Read(string text) => OrganisationPoliciesDocument.Read(
        new() { Kind = DocumentKinds.Organisation, Id = "agency", Version = 1, EffectiveFrom = Day("2026-01-01"), Text = text, FileName = "organisation.json" });
}
