using ActivityMgmt.Testing;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class OrganisingTests
{
    private readonly InMemoryFactStore _facts = new();

    public OrganisingTests() => _facts.Add(Joined("A1"), Assigned("A1", "T1"));

    [Fact]
    public async Task A_move_is_recorded_once_and_the_same_again_changes_nothing()
    {
        var move = Changes("move", Assigned("A1", "T1", until: "2026-07-31") with { Origin = new("crm", "A1-2024-01-01", 2) }, Assigned("A1", "T2", "2026-08-01"));

        var first = await Organising.ChangeAsync(Branch.Call, move, CancellationToken.None).OrThrow();
        var again = await Organising.ChangeAsync(Branch.Call, move, CancellationToken.None).OrThrow();

        Assert.Equal((1, 1, false), (first.Added, first.Revised, again.ChangedAnything));
        Assert.Equal(new TeamId("T2"), (await Book()).Organisation.TeamOf(new("A1"), Day("2026-08-01")));
    }

    [Fact]
    public async Task An_overlap_is_refused_with_the_days_that_clash_and_nothing_is_stored()
    {
        var result = await Organising.ChangeAsync(Branch.Call, Changes("overlap", Joined("A2"), Assigned("A2", "T1"), Assigned("A1", "T2", "2026-08-01")), CancellationToken.None);

        var rule = Assert.IsType<UseCaseResult<IntakeResult>.Refused>(result).Rule;
        Assert.Contains("2026-08-01", string.Join(' ', rule.Reason.Values.Select(v => v.Value.Text)), StringComparison.Ordinal);
        Assert.Null((await Book()).Organisation.Find(new("A2")));
    }

    [Fact]
    public async Task Teams_that_would_report_to_each_other_are_refused()
    {
        var result = await Organising.ChangeAsync(Branch.Call, Changes("circle", Placed("T1", "T2"), Placed("T2", "T1")), CancellationToken.None);

        Assert.Contains("T2", string.Join(' ', Assert.IsType<UseCaseResult<IntakeResult>.Refused>(result).Rule.Reason.Values.Select(v => v.Value.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_complete_export_is_no_change() =>
        Assert.Throws<ArgumentException>(() => { _ = Organising.ChangeAsync(Branch.Call, Changes("all") with { CompleteKinds = [FactKind.Assignment] }, CancellationToken.None); });

    private Organising Organising => new(new InMemoryEdge().Edge, _facts, OrganisationRules.Default);

    private Task<FactBook> Book() => _facts.ReadAsync(Branch.Call, null, CancellationToken.None);

    private static FactDelivery Changes(string name, params Fact[] facts) =>
        new() { Name = name, DeliveredOn = Day("2026-07-20"), Source = "crm", Facts = [.. facts.Select(f => new IncomingFact(f))] };

    private static TeamFact Placed(string team, string parent) => new() { Origin = new("crm", team), Date = Day("2026-08-01"), Team = new(team), Parent = new(parent) };
}
