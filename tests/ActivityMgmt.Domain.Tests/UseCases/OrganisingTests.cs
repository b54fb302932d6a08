using ActivityMgmt.Testing;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class OrganisingTests
{
    private readonly InMemoryEdge _edge = new();
    private readonly InMemoryFactStore _facts;

    public OrganisingTests()
    {
        _facts = new(_edge);
        _facts.Add(Joined("A1"), Assigned("A1", "T1"));
    }

    [Fact]
    public async Task Who_changed_the_organisation_is_in_the_audit_trail_and_among_the_events()
    {
        var move = Changes("move", Assigned("A1", "T1", until: "2026-07-31") with { Origin = new("crm", "A1-2024-01-01", 2) }, Assigned("A1", "T2", "2026-08-01"));

        await Organising.ChangeAsync(Branch.Call, move, CancellationToken.None).OrThrow();
        await Organising.ChangeAsync(Branch.Call, move, CancellationToken.None).OrThrow();

        Assert.Equal([new OrganisationChanged("move", "crm", After: 2, UpTo: 4, By: Branch.Call.Actor)], _edge.Events.Select(e => e.Event));
        Assert.Equal(("change-organisation", "move", "1", "1"), Assert.Single(_edge.Audit) is var e ? (e.Action, e.What["delivery"].Text, e.What["added"].Text, e.What["revised"].Text) : default);
    }

    [Fact]
    public async Task A_known_revision_with_other_content_is_refused_and_nothing_is_stored()
    {
        var clash = Assigned("A1", "T2");

        var result = await Organising.ChangeAsync(Branch.Call, Changes("clash", Joined("A2"), Assigned("A2", "T1"), clash), CancellationToken.None);

        Assert.Equal(new ARevisionKeepsItsContentRule(clash.Reference), Assert.IsType<UseCaseResult<IntakeResult>.Refused>(result).Rule);
        Assert.Null((await Book()).Organisation.Find(new("A2")));
        Assert.Equal((AuditOutcome.Refused, "facts.conflict"), Assert.Single(_edge.Audit) is var e ? (e.Outcome, e.What.Code) : default);
    }

    [Fact]
    public async Task What_somebody_else_changed_after_the_look_is_a_conflict_and_no_overlap_is_stored()
    {
        FactDelivery Move(string name, string team) => Changes(
            name, Assigned("A1", "T1", until: "2026-07-31") with { Origin = new("crm", "A1-2024-01-01", 2) }, Assigned("A1", team, "2026-08-01") with { Origin = new("crm", "to-" + team) });
        var meanwhile = new Meanwhile(_facts, () => _facts.AppendAsync(Branch.Call, Move("first", "T2"), CancellationToken.None));
        var organising = new Organising(_edge.Edge, meanwhile, OrganisationRules.Default, OrganisationPolicies.Default);

        var second = await organising.ChangeAsync(Branch.Call, Move("second", "T3"), CancellationToken.None);

        Assert.Equal("storage.facts-changed-meanwhile", Assert.IsType<UseCaseResult<IntakeResult>.Conflict>(second).Reason.Code);
        Assert.Equal([new("T2"), new TeamId("T1")], (await Book()).Organisation.AssignmentsOf(new("A1")).Select(a => a.Team));
    }

    [Fact]
    public async Task A_visit_recorded_after_the_look_is_no_conflict()
    {
        var meanwhile = new Meanwhile(_facts, () => _facts.AppendAsync(Branch.Call, TestDeliveries.On(Day("2026-07-20"), TestFacts.Did("A1", "interview")), CancellationToken.None));
        var organising = new Organising(_edge.Edge, meanwhile, OrganisationRules.Default, OrganisationPolicies.Default);

        var joined = await organising.ChangeAsync(Branch.Call, Changes("join", Joined("A2"), Assigned("A2", "T1")), CancellationToken.None).OrThrow();

        Assert.Equal(2, joined.Added);
    }

    [Fact]
    public async Task A_change_that_is_based_on_an_older_look_is_a_conflict()
    {
        _facts.Add(Joined("A2"), Assigned("A2", "T1"));

        var late = await Organising.ChangeAsync(Branch.Call, Changes("join", Joined("A3"), Assigned("A3", "T1")) with { Basis = new(2, []) }, CancellationToken.None);

        Assert.IsType<UseCaseResult<IntakeResult>.Conflict>(late);
    }

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
    public async Task A_proposed_promotion_follows_the_companys_policies_and_is_stored_when_it_is_confirmed()
    {
        var policies = OrganisationPolicies.Default with { Ranks = new("A1", "S1"), ProbationMonths = new Dictionary<string, int> { ["S1"] = 3 } };
        var promotion = new PersonnelEvent.Promotion { Agent = new("A1"), Date = Day("2026-08-01"), Rank = "S1" };

        var proposed = await Using(policies).ProposeAsync(Branch.Call, promotion, new("hr", "17"), Day("2026-07-20"), null, CancellationToken.None);
        var change = proposed.OrThrow();

        Assert.Empty(proposed.Findings);
        Assert.Equal("A1", (await Book()).Organisation.RankOf(new("A1"), Day("2026-08-01")));
        await Organising.ChangeAsync(Branch.Call, Changes("17", [.. change.Facts]), CancellationToken.None).OrThrow();
        Assert.Equal(("S1", true), ((await Book()).Organisation.RankOf(new("A1"), Day("2026-10-31")), (await Book()).Organisation.IsOnProbation(new("A1"), Day("2026-10-31"))));
    }

    [Fact]
    public async Task A_proposal_tells_what_the_rules_would_refuse_and_an_event_that_can_t_be_is_refused()
    {
        _facts.Add(Joined("A2", left: "2026-07-31"), Assigned("A2", "T1", until: "2026-08-31"));
        var rehire = new PersonnelEvent.Rehire { Agent = new("A2"), Date = Day("2026-08-15"), Team = new("T1"), Rank = "A1" };

        var clash = await Organising.ProposeAsync(Branch.Call, rehire, new("hr", "18"), Day("2026-08-10"), null, CancellationToken.None);
        var never = await Organising.ProposeAsync(Branch.Call, rehire with { Agent = new("A1") }, new("hr", "19"), Day("2026-08-10"), null, CancellationToken.None);

        Assert.Contains(clash.Findings, f => f.Severity == Severity.Block);
        Assert.Equal(new OnlyAFormerAgentReturnsRule(new("A1"), Day("2026-08-15")), Assert.IsType<UseCaseResult<PersonnelChange>.Refused>(never).Rule);
    }

    [Fact]
    public async Task Who_may_decide_on_activities_may_not_change_the_organisation()
    {
        var edge = new InMemoryEdge { Access = new OneKind(DataKind.Activities) };
        var organising = new Organising(edge.Edge, _facts, OrganisationRules.Default, OrganisationPolicies.Default);
        var leaving = new PersonnelEvent.Leaving { Agent = new("A1"), LastDay = Day("2026-07-31") };

        var changed = await organising.ChangeAsync(Branch.Call, Changes("leave", Joined("A1", left: "2026-07-31", revision: 2)), CancellationToken.None);
        var proposed = await organising.ProposeAsync(Branch.Call, leaving, new("hr", "1"), Day("2026-07-20"), null, CancellationToken.None);

        Assert.Equal(DataKind.Organisation, Assert.IsType<NobodyActsOutsideTheirScopeRule>(Assert.IsType<UseCaseResult<IntakeResult>.Refused>(changed).Rule).Data);
        Assert.Equal(AccessAction.See, Assert.IsType<NobodyActsOutsideTheirScopeRule>(Assert.IsType<UseCaseResult<PersonnelChange>.Refused>(proposed).Rule).Action);
    }

    [Fact]
    public void A_complete_export_is_no_change() =>
        Assert.Throws<ArgumentException>(() => { _ = Organising.ChangeAsync(Branch.Call, Changes("all") with { CompleteKinds = [FactKind.Assignment] }, CancellationToken.None); });

    private Organising Organising => Using(OrganisationPolicies.Default);

    private Organising Using(OrganisationPolicies policies) => new(_edge.Edge, _facts, OrganisationRules.Default, policies);

    private Task<FactBook> Book() => _facts.ReadAsync(Branch.Call, null, CancellationToken.None);

    private static FactDelivery Changes(string name, params Fact[] facts) =>
        new() { Name = name, DeliveredOn = Day("2026-07-20"), Source = "crm", Facts = [.. facts.Select(f => new IncomingFact(f))] };

    private static TeamFact Placed(string team, string parent) => new() { Origin = new("crm", team), Date = Day("2026-08-01"), Team = new(team), Parent = new(parent) };

    // Something happens between a look at the facts and what is stored after it.
    private sealed class Meanwhile(IFactStore facts, Func<Task> happens) : IFactStore
    {
        public async Task<IntakeResult> AppendAsync(CallContext call, FactDelivery delivery, Func<IntakeResult, Changes> follows, CancellationToken cancellation)
        {
            await happens();
            return await facts.AppendAsync(call, delivery, follows, cancellation);
        }

        public Task<long> SequenceAsync(CallContext call, CancellationToken cancellation) => facts.SequenceAsync(call, cancellation);

        public Task<FactBook> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) => facts.ReadAsync(call, asKnownAt, cancellation);

        public Task<IReadOnlyList<DeliveryRecord>> DeliveriesAsync(CallContext call, CancellationToken cancellation) => facts.DeliveriesAsync(call, cancellation);
    }

    // Everything of everybody, of one kind of data.
    private sealed class OneKind(DataKind kind) : IAccessPolicy
    {
        public Task<AccessScope> ScopeOfAsync(CallContext call, LocalDate on, CancellationToken cancellation) => Task.FromResult(AccessScope.Nothing(call) with
        {
            Grants = [new() { Actions = Enum.GetValues<AccessAction>(), Data = [kind], Stretches = [AccessStretch.Everything] }],
        });
    }
}
