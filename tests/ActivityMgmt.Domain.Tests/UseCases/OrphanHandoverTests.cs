using ActivityMgmt.Testing;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>A1 of team T1 leaves on 31 July with P1 and P2; A2 and A3 are the team mates, A4 is in T2. The deadline is 30 days.</summary>
public class OrphanHandoverTests
{
    private static readonly LocalDate Today = Day("2026-08-03");
    private readonly InMemoryEdge _edge = new();
    private readonly InMemoryFactStore _facts;

    public OrphanHandoverTests()
    {
        _facts = new(_edge);
        _facts.Add(
            Joined("A1", left: "2026-07-31"), Assigned("A1", "T1"), Joined("A2"), Assigned("A2", "T1"), Joined("A3"), Assigned("A3", "T1"), Joined("A4"), Assigned("A4", "T2"),
            Policy("P1", "A1", "2026-07-01", "C1"), Policy("P2", "A1", "2026-07-02", "C2"), Policy("P3", "A2", "2026-07-02", "C3"));
    }

    private OrphanHandover Handover => new(_edge.Edge, _facts);

    [Fact]
    public async Task What_is_open_is_listed_by_deadline()
    {
        _facts.Add(Joined("A4", left: "2026-08-02", revision: 2), Policy("P0", "A4", "2026-07-01", "C4"));
        Task<IReadOnlyList<OrphanPolicy>> On(string day) => Handover.OpenAsync(Branch.Call, 30, Day(day), null, default).OrThrow();

        Assert.Equal([("P1", "2026-08-30"), ("P2", "2026-08-30"), ("P0", "2026-09-01")], (await On("2026-08-03")).Select(o => (o.Policy.Value, Iso(o.Deadline))));
        Assert.Equal(["P1", "P2"], (await On("2026-08-02")).Select(o => o.Policy.Value)); // A4's last day
        Assert.Empty(await On("2026-07-31"));
    }

    [Fact]
    public async Task A_proposal_stores_nothing_and_asks_the_team_mates()
    {
        var proposed = await Handover.ProposeAsync(Branch.Call, Id("A1"), [], Day("2026-08-10"), 30, Today, null, default).OrThrow();
        var chosen = await Handover.ProposeAsync(Branch.Call, Id("A1"), [Id("A4")], Day("2026-08-10"), 30, Today, null, default).OrThrow();

        Assert.Equal([new PolicyTaker(new("P1"), Id("A3")), new(new("P2"), Id("A2"))], proposed); // A2 services P3 already
        Assert.Equal([Id("A4"), Id("A4")], chosen.Select(p => p.Taker));
        Assert.Equal(2, (await Handover.OpenAsync(Branch.Call, 30, Today, null, default).OrThrow()).Count);
    }

    [Theory]
    [InlineData("2026-08-30", 0)] // the deadline itself
    [InlineData("2026-08-31", 2)]
    public async Task A_proposal_says_what_would_be_late(string from, int late)
    {
        var proposed = await Handover.ProposeAsync(Branch.Call, Id("A1"), [], Day(from), 30, Today, null, default);

        Assert.Equal(Enumerable.Repeat("policy.handover-late", late), proposed.Findings.Select(f => f.Reason.Code));
    }

    [Fact]
    public async Task A_named_person_hands_over_and_what_becomes_of_it_is_told()
    {
        var handed = await Handover.HandOverAsync(Branch.Call, Decision(), default).OrThrow();
        var book = await _facts.ReadAsync(Branch.Call, null, default);

        Assert.Equal([new PolicyTaker(new("P1"), Id("A2"))], handed);
        Assert.Equal(["P2"], (await Handover.OpenAsync(Branch.Call, 30, Today, null, default).OrThrow()).Select(o => o.Policy.Value));
        Assert.Equal([("P1", "A2", "2026-08-10"), ("P2", null, null)], OrphanPolicies.Of(book, Id("A1"), 30).Select(o => (o.Policy.Value, o.HandedTo?.Value, o.HandedOn is { } day ? Iso(day) : null)));
        Assert.Equal([new PolicyHandedOver(new("P1"), Id("A1"), Id("A2"), Day("2026-08-10"), new("manager"), "knows the family")], _edge.Events.Select(e => e.Event));
        Assert.Contains(_edge.Audit, a => a.Action == "hand-over-policies" && a.Outcome == AuditOutcome.Done);
    }

    [Fact]
    public async Task The_takers_persistency_stays_as_it_is()
    {
        await Handover.HandOverAsync(Branch.Call, Decision(), default).OrThrow();
        var book = await _facts.ReadAsync(Branch.Call, null, default);

        var roles = PolicyRoles.On(book, book.Policy(new("P1"))!, Day("2026-08-10"));

        Assert.Equal((Id("A2"), Id("A1")), (roles.Servicer.Agent, roles.PersistencyOwner.Agent));
        Assert.True(book.RolesOf(new("P1")).Single().IsByHandover);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_another_taker_is_refused()
    {
        await Handover.HandOverAsync(Branch.Call, Decision(), default).OrThrow();

        Assert.Empty(await Handover.HandOverAsync(Branch.Call, Decision(), default).OrThrow());
        Assert.Single(_edge.Events);
        Assert.Equal(new AnOrphanIsHandedOverOnceRule(new("P1"), Id("A2"), Day("2026-08-10")), await RefusedAsync(Decision(taker: "A3")));
    }

    [Fact]
    public async Task Only_orphans_go_to_somebody_who_is_there_after_the_last_day_and_all_or_none()
    {
        var both = Decision() with { Policies = [new(new("P1"), Id("A2")), new(new("P3"), Id("A3"))] };

        Assert.Equal(new OnlyAnOrphanIsHandedOverRule(new("P3"), Id("A1")), await RefusedAsync(both));
        Assert.Equal(new AHandoverBeginsAfterTheLastDayRule(new("P1"), Day("2026-07-31"), Day("2026-07-31")), await RefusedAsync(Decision(from: "2026-07-31")));
        Assert.Equal(new OnlySomebodyUnderContractTakesOverRule(Id("A9"), Day("2026-08-10")), await RefusedAsync(Decision(taker: "A9")));
        Assert.Equal(2, (await Handover.OpenAsync(Branch.Call, 30, Today, null, default).OrThrow()).Count);
        Assert.Throws<ArgumentException>(() => Decision() with { Policies = [new(new("P1"), Id("A2")), new(new("P1"), Id("A3"))] });
    }

    [Fact]
    public async Task The_system_does_not_hand_over_and_nobody_does_in_another_name()
    {
        var system = await Handover.HandOverAsync(Branch.Call with { Actor = CallContext.SystemActor }, Decision() with { By = CallContext.SystemActor }, default);

        Assert.Equal(new ANamedPersonHandsPoliciesOverRule(Id("A1")), Assert.IsType<UseCaseResult<IReadOnlyList<PolicyTaker>>.Refused>(system).Rule);
        Assert.Equal(new NobodyActsInAnotherNameRule(new("manager"), new("boss")), await RefusedAsync(Decision() with { By = new("boss") }));
    }

    [Fact]
    public async Task Whoever_may_not_see_the_leavers_customers_finds_none_and_decides_nothing()
    {
        _edge.Access = new OrganisationAccessPolicy(new OrganisationsOf(_facts), new());
        var call = Branch.Call with { Actor = new("A4") };

        Assert.Empty(await Handover.OpenAsync(call, 30, Today, null, default).OrThrow());
        Assert.IsType<UseCaseResult<IReadOnlyList<PolicyTaker>>.Refused>(await Handover.ProposeAsync(call, Id("A1"), [], Day("2026-08-10"), 30, Today, null, default));
        Assert.IsType<NobodyActsOutsideTheirScopeRule>(Assert.IsType<UseCaseResult<IReadOnlyList<PolicyTaker>>.Refused>(
            await Handover.HandOverAsync(call, Decision() with { By = new("A4") }, default)).Rule);
    }

    private static HandoverDecision Decision(string taker = "A2", string from = "2026-08-10") => new()
    {
        Leaver = Id("A1"), Policies = [new(new("P1"), Id(taker))], From = Day(from), By = new("manager"), On = Today, Note = "knows the family",
    };

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private async Task<IBusinessRule> RefusedAsync(HandoverDecision decision) =>
        Assert.IsType<UseCaseResult<IReadOnlyList<PolicyTaker>>.Refused>(await Handover.HandOverAsync(Branch.Call, decision, default)).Rule;
}
