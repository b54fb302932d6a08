using ActivityMgmt.Testing;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class FactRecordingTests
{
    private static readonly LocalDate Monday = Day("2026-07-13");
    private static readonly CallContext Zhang = Branch.Call with { Actor = new("zhang.wei") };
    private static readonly CallContext Leader = Branch.Call with { Actor = new("L1") };

    private readonly InMemoryEdge _edge = new();
    private readonly InMemoryFactStore _facts;

    public FactRecordingTests()
    {
        _facts = new(_edge);
        _facts.Add(
            Joined("A1"), Assigned("A1", "T1"), Joined("A2"), Assigned("A2", "T1"), Joined("A3"), Assigned("A3", "T2"), Joined("L1"), Assigned("L1", "T1", leads: true),
            Visit("of-A1", "A1"), Visit("of-A2", "A2"));
    }

    [Fact]
    public async Task Who_recorded_what_is_in_the_audit_trail_and_among_the_events()
    {
        await Recording.RecordAsync(Branch.Call, Delivery("d1", Visit("1", "A1"), Visit("2", "A2"), Visit("of-A1", "A1", revision: 2)), default).OrThrow();

        Assert.Equal([new FactsRecorded("d1", "crm", After: 10, UpTo: 13, By: Branch.Call.Actor)], _edge.Events.Select(e => e.Event));
        var entry = Assert.Single(_edge.Audit);
        Assert.Equal(("record-facts", AuditOutcome.Done, Subject.Branch("tenant")), (entry.Action, entry.Outcome, entry.Subject));
        Assert.Equal(
            Reason.Of(
                "audit.recorded", ("useCase", ReasonValue.Term("use-case.record-facts")), ("delivery", "d1"), ("source", "crm"), ("added", 2), ("revised", 1), ("removed", 0), ("after", 10), ("upTo", 13)),
            entry.What);
    }

    [Fact]
    public async Task The_same_delivery_again_leaves_no_further_trace()
    {
        await Recording.RecordAsync(Branch.Call, Delivery("d1", Visit("1", "A1")), default).OrThrow();

        var again = await Recording.RecordAsync(Branch.Call, Delivery("d1", Visit("1", "A1")), default).OrThrow();

        Assert.Equal((1, 1, 1), (again.Repeated, _edge.Events.Count, _edge.Audit.Count));
    }

    [Fact]
    public async Task A_fact_that_clashes_with_its_own_revision_is_a_finding()
    {
        var done = Assert.IsType<UseCaseResult<IntakeResult>.Done>(await Recording.RecordAsync(Branch.Call, Delivery("d1", Visit("of-A1", "A1") with { Outcome = "missed" }, Visit("1", "A1")), default));

        Assert.Equal(1, done.Value.Added);
        Assert.Equal(("facts.conflict", "Activity:crm/of-A1@1"), Assert.Single(done.Findings) is var f ? (f.Reason.Code, f.Reason["fact"].Text) : default);
    }

    [Fact]
    public async Task Without_its_audit_entry_nothing_is_recorded()
    {
        _edge.CommitFails = true;

        await Assert.ThrowsAsync<TimeoutException>(() => Recording.RecordAsync(Branch.Call, Delivery("d1", Visit("1", "A1")), default));

        Assert.DoesNotContain((await _facts.ReadAsync(Branch.Call, null, default)).All, f => f.Origin.Id == "1");
    }

    [Fact]
    public async Task Agents_record_what_they_did_themselves()
    {
        ByOrganisation();

        var recorded = await Recording.RecordAsync(Zhang, Delivery("phone-1", Visit("1", "A1"), Visit("of-A1", "A1", revision: 2)), default).OrThrow();

        Assert.Equal((1, 1), (recorded.Added, recorded.Revised));
        Assert.Equal((new FactsRecorded("phone-1", "crm", 10, 12, new("zhang.wei")), Agent("A1")), (Assert.Single(_edge.Events).Event, Assert.Single(_edge.Audit).Subject));
    }

    public static TheoryData<string> BeyondAnAgent => ["another's visit", "a visit taken over from another", "the own rank", "a complete export", "a name", "nothing"];

    [Theory]
    [MemberData(nameof(BeyondAnAgent))]
    public async Task Agents_record_nothing_else(string what)
    {
        ByOrganisation();
        var delivery = what switch
        {
            "another's visit" => Delivery("d", Visit("1", "A1"), Visit("2", "A2")),
            "a visit taken over from another" => Delivery("d", Visit("of-A2", "A1", revision: 2)),
            "the own rank" => Delivery("d", Assigned("A1", "T2", "2026-08-01", leads: true)),
            "a complete export" => Delivery("d", Visit("1", "A1")) with { CompleteKinds = [FactKind.Activity] },
            "a name" => Delivery("d", Visit("1", "A1")) with { Names = [new(FactKind.Agent, "A2", "李娜")] },
            _ => Delivery("d"),
        };

        var refused = Assert.IsType<UseCaseResult<IntakeResult>.Refused>(await Recording.RecordAsync(Zhang, delivery, default));

        var rule = Assert.IsType<NobodyActsOutsideTheirScopeRule>(refused.Rule);
        Assert.Equal((AccessAction.Decide, DataKind.Activities), (rule.Action, rule.Data));
        Assert.Equal(what.Contains("another", StringComparison.Ordinal) ? Agent("A2") : Subject.Branch("tenant"), rule.Subject);
        Assert.Equal(10, await _facts.SequenceAsync(Branch.Call, default));
    }

    [Theory]
    [InlineData("A2", true)]
    [InlineData("L1", true)] // as an agent
    [InlineData("A3", false)] // of the other team
    public async Task Leaders_record_for_their_team(string agent, bool may)
    {
        ByOrganisation();

        var result = await Recording.RecordAsync(Leader, Delivery("d", Visit("1", agent)), default);

        Assert.Equal(may, result is UseCaseResult<IntakeResult>.Done);
    }

    // Zhang Wei is agent A1.
    private void ByOrganisation() => _edge.Access = new OrganisationAccessPolicy(
        new OrganisationsOf(_facts), new() { AgentOf = actor => new AgentId(actor == Zhang.Actor ? "A1" : actor.Value) });

    private FactRecording Recording => new(_edge.Edge, _facts);

    private static ActivityFact Visit(string id, string agent, int revision = 1) => TestFacts.Did(agent, "interview", at: Monday.At(new LocalTime(10, 0)), id: id).InRevision(revision);

    private static FactDelivery Delivery(string name, params Fact[] facts) => new() { Name = name, DeliveredOn = Monday, Source = "crm", Facts = [.. facts.Select(f => new IncomingFact(f))] };
}
