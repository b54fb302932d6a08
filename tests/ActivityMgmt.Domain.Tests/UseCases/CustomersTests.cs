using ActivityMgmt.Testing;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

// L1 leads A1 and A2 in T1; A1 looks after C1, who was never contacted, and C2, who was.
public class CustomersTests
{
    private static readonly LocalDate Today = Day("2026-07-15");
    private readonly InMemoryFactStore _facts = new();
    private readonly InMemoryDocumentStore _documents = new();

    public CustomersTests() => _facts.Add(
        Joined("L1"), Assigned("L1", "T1", leads: true), Joined("A1"), Assigned("A1", "T1"), Joined("A2"), Assigned("A2", "T1"),
        Listed("C1"), Listed("C2"), Did("A1", "call", "2026-07-10 10:00", customer: "C2"));

    [Fact]
    public async Task The_owner_sees_every_name_and_a_branch_manager_those_that_were_lawfully_contacted()
    {
        var own = await Of().ProspectsAsync(As("A1"), new("A1"), Today).OrThrow();
        var seen = await Of().ProspectsAsync(As("boss"), new("A1"), Today).OrThrow();

        Assert.Equal(["C1", "C2"], own.Entries.Select(e => e.Customer.Value));
        Assert.Equal(["C2"], seen.Entries.Select(e => e.Customer.Value));
        Assert.Equal([new ProspectCount("family", 2, 1)], seen.Counts);
    }

    [Fact]
    public async Task A_team_leader_sees_counts_and_no_list()
    {
        var counts = await Of().ProspectCountsAsync(As("L1"), new("A1"), Today).OrThrow();
        var list = await Of().ProspectsAsync(As("L1"), new("A1"), Today);

        Assert.Equal([new ProspectCount("family", 2, 1)], counts);
        Assert.Equal(DataKind.Customers, Assert.IsType<NobodyActsOutsideTheirScopeRule>(Assert.IsType<UseCaseResult<ProspectList>.Refused>(list).Rule).Data);
        Assert.IsType<UseCaseResult<IReadOnlyList<ProspectCount>>.Refused>(await Of().ProspectCountsAsync(As("A2"), new("A1"), Today));
    }

    [Theory]
    [InlineData("A1", "C1", null)] // the owner
    [InlineData("A1", "C2", null)]
    [InlineData("boss", "C1", "customer.private")]
    [InlineData("boss", "C2", null)]
    [InlineData("A2", "C2", "access.outside-scope")]
    [InlineData("A1", "C9", "access.outside-scope")] // nobody knows whose
    public async Task A_customer_is_seen_by_whoever_may_and_a_private_name_by_its_owner(string actor, string customer, string? refusal)
    {
        var timeline = await Of().TimelineAsync(As(actor), new(customer), Today);
        var profile = await Of().ProfileAsync(As(actor), new(customer), Today);
        var contact = await Of().MayContactAsync(As(actor), new(customer), Today);

        Assert.Equal((refusal, refusal, refusal), (Refusal(timeline), Refusal(profile), Refusal(contact)));
    }

    [Fact]
    public async Task Whoever_services_a_policy_sees_its_holder()
    {
        _facts.Add(Policy("P1", "A1", "2026-07-01", "C2"), new PolicyRoleFact
        {
            Origin = new("crm", "P1-S"), Date = Day("2026-07-15"), Policy = new("P1"), Role = PolicyRole.Servicer, Agent = new AgentId("A2"), IsByHandover = true,
        });

        Assert.Equal("access.outside-scope", Refusal(await Of().TimelineAsync(As("A2"), new("C2"), Day("2026-07-14"))));
        var timeline = await Of().TimelineAsync(As("A2"), new("C2"), Today).OrThrow();
        Assert.Equal([Day("2026-07-01"), Day("2026-07-10")], timeline.Select(e => e.Date));
    }

    [Fact]
    public async Task Segments_and_contact_go_by_the_companys_own_policies()
    {
        var strict = Of(segments: profile => profile.LastTouch is null ? "cold" : "warm", contacts: new(null, needsConsent: true));
        var lax = Of(contacts: new(null, needsConsent: false));

        Assert.Equal("warm", (await strict.ProfileAsync(As("A1"), new("C2"), Today).OrThrow())!.Segment);
        Assert.Equal(Severity.Block, (await strict.MayContactAsync(As("A1"), new("C2"), Today).OrThrow()).Severity);
        Assert.Equal(Severity.Info, (await lax.MayContactAsync(As("A1"), new("C2"), Today).OrThrow()).Severity);
    }

    [Fact]
    public async Task The_pipeline_goes_by_the_published_sales_process_and_holds_only_those_asked_for()
    {
        _facts.Add(Entered("O1", "A1", "proposal"), Entered("O2", "A2", "proposal"));

        var usual = await Of().PipelineAsync(As("L1"), [new("A1")], "CNY", Today).OrThrow();
        _documents.Publish(Branch.Document(DocumentKinds.SalesProcess, """
            { "id": "own", "version": 1, "effective": "2026-07-01/..", "stages": [
              { "id": "proposal", "probability": 0.2 }, { "id": "won", "probability": 1, "outcome": "won" }, { "id": "lost", "probability": 0, "outcome": "lost" } ] }
            """));
        var own = await Of().PipelineAsync(As("L1"), [new("A1")], "CNY", Today).OrThrow();

        Assert.Equal([(new AgentId("A1"), Quantity.Of(Money.Of(5_000m, "CNY")))], usual.Select(l => (l.Agent, l.Weighted)));
        Assert.Equal([Quantity.Of(Money.Of(2_000m, "CNY"))], own.Select(l => l.Weighted));
        Assert.Equal("access.outside-scope", Refusal(await Of().PipelineAsync(As("A2"), [new("A1"), new("A2")], "CNY", Today)));
    }

    [Fact]
    public async Task Orphans_are_seen_by_whoever_may_see_the_leavers_customers()
    {
        _facts.Add(Joined("A3", left: "2026-07-10"), Assigned("A3", "T1", until: "2026-07-10"), Policy("P3", "A3", "2026-06-01", "C3"));

        var orphan = Assert.Single(await Of().OrphansAsync(As("boss"), new("A3"), 30, Today).OrThrow());

        Assert.Equal((new PolicyId("P3"), Day("2026-08-09"), null), (orphan.Policy, orphan.Deadline, orphan.HandedTo));
        Assert.Equal("access.outside-scope", Refusal(await Of().OrphansAsync(As("L1"), new("A3"), 30, Today)));
    }

    private Customers Of(SegmentPolicy? segments = null, ContactCheck? contacts = null)
    {
        var edge = new InMemoryEdge { Access = new AccessOfTheFacts(_facts) };
        return new(edge.Edge, _facts, _documents, SalesProcess.Default, segments ?? SegmentPolicies.AsInTheCrm, contacts ?? new(null, needsConsent: true));
    }

    private static CallContext As(string actor) => new(Branch.Call.Tenant, new(actor));

    private static string? Refusal<T>(UseCaseResult<T> result) => result is UseCaseResult<T>.Refused refused ? refused.Rule.Reason.Code : null;

    private static CustomerFact Listed(string customer) => Customer(customer, owner: "A1") with { SourceGroup = "family" };

    private static OpportunityFact Entered(string opportunity, string agent, string stage) => new()
    {
        Origin = new("crm", opportunity), Date = Day("2026-07-01"), Opportunity = new(opportunity), Agent = new(agent), Stage = stage, Value = Money.Of(10_000m, "CNY"),
    };
}
