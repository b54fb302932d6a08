using System.Globalization;

namespace ActivityMgmt.Testing.Tests;

/// <summary>The checks of the ports of use cases can fail.</summary>
public class UseCaseStorageConformanceTests
{
    private static readonly Dictionary<string, (LooseStorage Storage, string Check)> UnitOfWorkFaults = new()
    {
        ["leaves events out"] = (new() { Parts = c => [Changes.None.Save(c.Aggregates).Note(c.Audit)] }, "Aggregates, flat records, events and audit entries are stored together"),
        ["leaves the audit out"] = (new() { Entries = _ => [] }, "Events and audit entries need no aggregate"),
        ["stores piece by piece"] = (new() { Parts = Piecemeal }, "Who read before somebody else stored is told of the conflict, and nothing is stored"),
        ["tells first, stores then"] = (new() { Parts = Told }, "Who believes that a stored aggregate is new is told of the conflict, and nothing is stored"),
        ["notes first, refuses then"] = (new() { Parts = Told }, "An aggregate that is there twice is refused, and nothing is stored"),
        ["forgets tokens"] = (new() { IgnoresTokens = true }, "Who believes that a new aggregate is stored is told of the conflict, and nothing is stored"),
        ["lets two writers win"] = (new() { IgnoresTokens = true }, "Of several commits with one token, one wins, with all it brings"),
        ["keeps what follows from facts elsewhere"] = (new() { Facts = new InMemoryFactStore() }, "What follows from a delivery of facts is stored with it"),
        ["stores facts before what follows"] = (
            new() { Facts = new BrokenFactStore(new InMemoryFactStore()) { IsPiecemeal = true, Follows = _ => _ => throw new ConflictException(Reason.Of("late")) } },
            "A delivery of facts whose following is in conflict is not stored, and neither is what follows"),
        ["has records of its own"] = (new() { OtherGoals = new() }, "What a repository saves has a flat record, too"),
        ["has records of before"] = (new() { GoalRecords = q => new LooseQueries<GoalRecord>(q) { Keeps = r => r with { Target = 10m } } }, "The flat record is that of the last change"),
        ["leaks tenants"] = (new() { Call = c => c with { Tenant = new("all") } }, "Two tenants never meet"),
        ["takes a call without tenant"] = (new() { Call = c => c with { Tenant = new("all") } }, "A call without tenant is refused"),
        ["is deaf to cancellation"] = (new() { IsDeaf = true }, "A cancelled call does nothing and says so"),
        ["commits piece by piece, others in between"] = (new() { Parts = c => c.Events.Select(e => Changes.None.Raise([e])) }, "Commits at the same time are all stored, numbered without gaps"),
    };

    private static readonly Dictionary<string, (LooseStorage Storage, string Check)> AuditFaults = new()
    {
        ["keeps only what was done"] = (new() { Entries = e => e.Outcome == AuditOutcome.Done ? [e] : [] }, "Entries come back as they were appended, numbered from 1"),
        ["numbers from 0"] = (new() { Audit = r => r with { Sequence = r.Sequence - 1 } }, "Entries come back as they were appended, numbered from 1"),
        ["cuts the time"] = (new() { Entries = e => [e with { At = Instant.FromUnixTimeSeconds(0) }] }, "Entries come back as they were appended, numbered from 1"),
        ["names the system for everybody"] = (new() { Call = c => c with { Actor = CallContext.SystemActor } }, "Each entry is in the name of the actor who appended it"),
        ["has keys without zeros"] = (new() { Audit = r => r with { Key = r.Sequence.ToString(CultureInfo.InvariantCulture) } }, "Keys sort like the sequence, beyond ten"),
        ["makes up an entry"] = (new() { Entries = e => [e, e] }, "Entries of use cases and others stand in one trail, in the order in which they came"),
        ["trims text"] = (new() { Entries = e => [e with { What = Reason.Of(e.What.Code, e.What.Values.Select(v => KeyValuePair.Create(v.Key, v.Key == "text" ? v.Value.Text.Trim() : v.Value))) }] }, "Values of every kind come back, and text is only text"),
        ["leaks tenants"] = (new() { Call = c => c with { Tenant = new("all") } }, "Two tenants never meet"),
        ["takes a call without tenant"] = (new() { Call = c => c with { Tenant = new("all") } }, "A call without tenant is refused"),
        ["is deaf to cancellation"] = (new() { IsDeaf = true }, "A cancelled call does nothing and says so"),
    };

    private static readonly Dictionary<string, (LooseStorage Storage, string Check)> OutboxFaults = new()
    {
        ["gives the newest first"] = (new() { Events = e => [.. e.Reverse()] }, "Events come in the order of the commits, numbered from 1"),
        ["forgets what it cannot write"] = (new() { Events = e => [.. e.Where(x => x.Event is not EvaluationMade { Score: null })] }, "Events of every kind come back as they were raised"),
        ["forgets marks"] = (new() { Mark = _ => 0 }, "What is marked doesn't come again"),
        ["marks one too many"] = (new() { Mark = s => s + 1 }, "A lower mark changes nothing"),
        ["has one position for all"] = (new() { Subscriber = _ => "all" }, "Every subscriber has a position of its own; a new one begins with the first event"),
        ["tells no letters apart"] = (new() { Subscriber = s => s.ToUpperInvariant() }, "Subscribers are told apart letter by letter"),
        ["gives all at once"] = (new() { Take = _ => 1000 }, "No more events come than were asked for"),
        ["leaks tenants"] = (new() { Call = c => c with { Tenant = new("all") } }, "Two tenants never meet"),
        ["takes a call without tenant"] = (new() { Call = c => c with { Tenant = new("all") } }, "A call without tenant is refused"),
        ["is deaf to cancellation"] = (new() { IsDeaf = true }, "A cancelled call does nothing and says so"),
    };

    private static readonly Dictionary<string, (LooseStorage Storage, string Check)> QueryFaults = new()
    {
        ["tells no letters apart"] = (Queries(q => new(q) { Keeps = r => r with { Key = r.Key.ToUpperInvariant() } }), "Conditions mean what they mean in memory"),
        ["rounds numbers"] = (Queries(q => new(q) { Keeps = r => r with { Target = decimal.Truncate(r.Target) } }), "Conditions mean what they mean in memory"),
        ["sorts as a dictionary would"] = (
            Queries(q => new(q) { Afterwards = (_, s, r) => s.Orders.Count == 0 ? r : r.OrderBy(x => x.Key, StringComparer.InvariantCulture) }),
            "Orders are those in memory: text by code point, what is missing first, ties by key"),
        ["ignores the page"] = (Queries(q => new(q) { Wanted = s => s.Page(0, 1000) }), "Pages of an order never overlap, and leave nothing out"),
        ["forgets the order"] = (Queries(q => new(q) { Afterwards = (_, _, r) => r.OrderBy(x => x.Key, StringComparer.Ordinal) }), "The first is the first of the order, or nothing"),
        ["takes the first for the only one"] = (Queries(q => new(q)), "A single result is the one there is, or nothing; two are refused"),
        ["counts the page"] = (Queries(q => new(q) { CountsPages = true }), "A count is that of the condition, whatever the page"),
        ["sees everything"] = (Queries(q => new(q) { Scope = (c, _) => AccessScope.Everything(c) }), "A scope without grants sees nothing"),
        ["sees whoever has any grant"] = (Queries(q => new(q) { Scope = (c, s) => s.Grants.Count > 0 ? AccessScope.Everything(c) : s }), "A grant to decide, or to other data, sees nothing"),
        ["takes a team for an agent"] = (
            Queries(q => new(q) { Scope = (_, s) => Stretched(s, x => x.Subject is { Kind: SubjectKind.Team, Id: var id } ? [x, x with { Subject = Subject.Of(new AgentId(id)) }] : [x]) }),
            "A stretch reaches its subject, not what belongs to it"),
        ["ends a day too early"] = (
            Queries(q => new(q) { Scope = (_, s) => Stretched(s, x => [x with { Until = x.Until?.PlusDays(-1) }]) }), "A stretch reaches what has at least one day in it, first and last day included"),
        ["finds it for each stretch"] = (
            Queries(q => new(q) { Afterwards = (s, _, r) => r.SelectMany(x => s.StretchesFor(AccessAction.See, DataKind.Goals).Where(y => y.Reaches(x.Subject, x.From, x.Until)).Select(_ => x)) }),
            "What several stretches reach is found once"),
        ["filters afterwards"] = (
            Queries(q => new(q) { Scope = (c, _) => AccessScope.Everything(c), Afterwards = (s, _, r) => r.Where(s.Sees) }), "Page, first, single and count are of what the scope reaches"),
        ["filters afterwards, as chance finds out"] = (
            Queries(q => new(q) { Scope = (c, _) => AccessScope.Everything(c), Afterwards = (s, _, r) => r.Where(s.Sees) }), "By chance: a scope and a condition give what they give in memory"),
        ["takes anybody's scope"] = (Queries(q => new(q) { Scope = (c, s) => s with { Tenant = c.Tenant, Actor = c.Actor } }), "A scope of another tenant or actor is refused"),
        ["leaks tenants"] = (new() { Call = c => c with { Tenant = new("all") }, Parts = c => [Changes.None.Save(c.Aggregates.Where(a => a.Value.Key != "a"))] }, "Two tenants never meet"),
        ["takes a call without tenant"] = (new() { Call = c => c with { Tenant = new("all") } }, "A call without tenant is refused"),
        ["is deaf to cancellation"] = (Queries(q => new(q) { IsDeaf = true }), "A cancelled call says so"),
    };

    public static TheoryData<string> UnitOfWorkNames => [.. UnitOfWorkFaults.Keys];

    public static TheoryData<string> AuditNames => [.. AuditFaults.Keys];

    public static TheoryData<string> OutboxNames => [.. OutboxFaults.Keys];

    public static TheoryData<string> QueryNames => [.. QueryFaults.Keys];

    [Theory]
    [MemberData(nameof(UnitOfWorkNames))]
    public Task A_broken_unit_of_work_is_caught_by_the_check_that_names_the_promise(string fault) => IsCaughtAsync(UnitOfWorkConformance.Suite, UnitOfWorkFaults[fault]);

    [Theory]
    [MemberData(nameof(AuditNames))]
    public Task A_broken_audit_trail_is_caught_by_the_check_that_names_the_promise(string fault) => IsCaughtAsync(AuditTrailConformance.Suite, AuditFaults[fault]);

    [Theory]
    [MemberData(nameof(OutboxNames))]
    public Task A_broken_outbox_is_caught_by_the_check_that_names_the_promise(string fault) => IsCaughtAsync(OutboxConformance.Suite, OutboxFaults[fault]);

    [Theory]
    [MemberData(nameof(QueryNames))]
    public Task Broken_queries_are_caught_by_the_check_that_names_the_promise(string fault) => IsCaughtAsync(QueriesConformance.Suite, QueryFaults[fault]);

    private static async Task IsCaughtAsync(ConformanceSuite<UseCaseStorage> suite, (LooseStorage Storage, string Check) fault)
    {
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => suite.RunAsync(fault.Check, fault.Storage.Storage));

        Assert.Equal((suite.Port, fault.Check), (caught.Port, caught.Check));
        Assert.NotEqual("Something was thrown that no promise allows.", caught.What);
    }

    private static LooseStorage Queries(Func<IQueries<GoalRecord>, LooseQueries<GoalRecord>> queries) => new() { GoalRecords = queries };

    private static IEnumerable<Changes> Piecemeal(Changes changes) =>
        [.. changes.Aggregates.Select(a => Changes.None.Save([a])), Changes.None.Raise(changes.Events).Note(changes.Audit)];

    private static IEnumerable<Changes> Told(Changes changes) => [Changes.None.Raise(changes.Events).Note(changes.Audit), Changes.None.Save(changes.Aggregates)];

    private static AccessScope Stretched(AccessScope scope, Func<AccessStretch, IEnumerable<AccessStretch>> stretches) =>
        scope with { Grants = [.. scope.Grants.Select(g => g with { Stretches = [.. g.Stretches.SelectMany(stretches)] })] };
}
