using CsCheck;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>What a scope lets through in SQL is what a naive look at the organisation, day by day, lets through.</summary>
public class ScopePropertyTests
{
    private const int Days = 40;
    private static readonly string[] Agents = ["A1", "A2", "A3", "A4", "A5"];
    private static readonly string[] Teams = ["T1", "T2", "T3"];

    private static readonly Gen<AssignmentFact> Assignment =
        from agent in Gen.OneOfConst(Agents)
        from team in Gen.OneOfConst(Teams)
        from first in Gen.Int[0, Days]
        from length in Gen.Int[-1, Days] // -1: without end
        from leads in Gen.Bool
        from id in Gen.Int[0, 1000]
        select new AssignmentFact
        {
            Origin = new("crm", $"{agent}-{id}"),
            Date = SomeRecords.Start.PlusDays(first),
            Agent = new(agent),
            Team = new(team),
            Rank = "A1",
            IsLeader = leads,
            Until = length < 0 ? null : SomeRecords.Start.PlusDays(first + length),
        };

    private static readonly Gen<Organisation> Organisations =
        from assignments in Assignment.Array[0, 12]
        from left in Gen.Int[0, Days * 2].Array[Agents.Length]
        select FactBook.Of(
        [
            .. assignments,
            .. Agents.Zip(left, (agent, day) => new AgentFact
            {
                Origin = new("crm", agent),
                Date = SomeRecords.Start,
                Agent = new(agent),
                LeftOn = day > Days ? null : SomeRecords.Start.PlusDays(day),
            }),
        ]).Organisation;

    private static readonly Gen<CheckpointRecord> Record =
        from subject in Gen.OneOf(
            Gen.OneOfConst(Agents).Select(a => Subject.Of(new AgentId(a))), Gen.OneOfConst(Teams).Select(t => Subject.Of(new TeamId(t))), Gen.Const(Subject.Branch("B1")))
        from first in Gen.Int[-2, Days + 2]
        from length in Gen.Int[0, 10]
        select SomeRecords.Checkpoint("") with { Subject = subject, From = SomeRecords.Start.PlusDays(first), Until = SomeRecords.Start.PlusDays(first + length) };

    [Fact]
    public async Task The_filter_in_sql_equals_the_naive_one()
    {
        using var database = await TemporaryDatabase.CreateAsync();

        await Gen.Select(Organisations, Record.Array[1, 60], Gen.OneOfConst([.. Agents, "boss", "trainer", "nobody", "system"]), Gen.Int[-1, Days + 1]).SampleAsync(
            async (organisation, records, actor, on) =>
            {
                CheckpointRecord[] keyed = [.. records.Select((r, n) => r with { Key = $"{n:D3}" })];
                await SomeRecords.PutAsync(database, Some.Call.Tenant.Value, keyed);
                var (call, today) = (Some.Call with { Actor = new(actor) }, SomeRecords.Start.PlusDays(on));
                var scope = Access.ScopeOf(call, organisation, today);

                var found = await database.Queries<CheckpointRecord>().ListAsync(call, scope, Specification.All<CheckpointRecord>(), CancellationToken.None);

                Assert.Equal(keyed.Where(r => MaySee(organisation, actor, today, r)), found);
                Assert.Equal(keyed.Where(scope.Sees), found);
                Assert.False(actor == "nobody" && found.Count > 0);
            },
            iter: 150, threads: 1);
    }

    private static readonly OrganisationAccess Access = new()
    {
        Assignments =
        [
            new() { Actor = new("boss"), Role = AccessRoles.BranchManager, From = SomeRecords.Start, Until = SomeRecords.Start.PlusDays(20) },
            new() { Actor = new("trainer"), Role = AccessRoles.TeamLeader, From = SomeRecords.Start, Teams = [new("T2")] },
        ],
    };

    private static bool MaySee(Organisation organisation, string actor, LocalDate on, CheckpointRecord record)
    {
        if (actor == "system" || (actor == "boss" && on >= SomeRecords.Start && on <= SomeRecords.Start.PlusDays(20)))
        {
            return true;
        }

        var me = new AgentId(actor);
        TeamId? mine = actor == "trainer" && on >= SomeRecords.Start ? new TeamId("T2")
            : organisation.IsActive(me, on) && organisation.AssignmentOf(me, on)!.IsLeader ? organisation.TeamOf(me, on)
            : null;
        return (organisation.IsActive(me, on) && record.Subject == Subject.Of(me))
            || (mine is { } team && record.Subject == Subject.Of(team))
            || (mine is not null && record.Subject.Kind == SubjectKind.Agent
                && Enumerable.Range(0, Period.DaysBetween(record.From, record.Until) + 1).Any(d => organisation.TeamOf(record.Subject.Agent, record.From.PlusDays(d)) == mine));
    }
}
