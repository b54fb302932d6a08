using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>The code of docs/concepts/ports-and-access.md.</summary>
public class PortsGuideTests
{
    private static readonly LocalDate Today = new(2026, 7, 13);

    [Fact]
    public async Task The_guide_runs()
    {
        using var database = TemporaryDatabase.Absent();
        var (path, cancellation) = (database.File, CancellationToken.None);
        var services = new ServiceCollection();

        // docs:start host
        services.AddActivityManagement(activity => activity
            .UseSqlite($"Data Source={path}")
            .UseOrganisationAccess(new()
            {
                Assignments =
                [
                    new() { Actor = new("wang.fang"), Role = AccessRoles.BranchManager, From = new(2026, 1, 1) },
                    new() { Actor = new("controlling"), Role = AccessRoles.Analyst, From = new(2026, 7, 1), Until = new(2026, 12, 31) },
                ],
            })
            .AddEventSubscriber<Inbox>());
        // docs:end host

        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ActivityDatabase>().CreateOrUpgradeAsync(cancellation);
        await provider.GetRequiredService<IFactStore>().AppendAsync(Some.Call, Some.Delivery(Today, [.. People()]), cancellation);
        var (checkpoints, policy, unitOfWork) =
            (provider.GetRequiredService<IQueries<CheckpointRecord>>(), provider.GetRequiredService<IAccessPolicy>(), provider.GetRequiredService<IUnitOfWork>());
        await SomeRecords.PutAsync(
            database, "branch-1", [SomeRecords.Checkpoint("c1", "E1001", day: 11, needsDecision: true), SomeRecords.Checkpoint("c2", "E2001", day: 11, needsDecision: true)]);
        var (call, today) = (new CallContext(new("branch-1"), new("E1000")), Today);

        // docs:start query
        var waiting = Specification
            .Where<CheckpointRecord>(c => c.NeedsDecision && c.Status != GoalStatus.NoData)
            .OrderBy(c => c.From).ThenByDescending(c => c.Expected)
            .Page(skip: 0, take: 20);

        var scope = await policy.ScopeOfAsync(call, today, cancellation);                    // who may see what; nobody: nothing
        var page = await checkpoints.ListAsync(call, scope, waiting, cancellation);           // filtered by the database
        var ofHowMany = await checkpoints.CountAsync(call, scope, waiting, cancellation);
        // docs:end query

        Assert.Equal(["c1"], page.Select(c => c.Key));
        Assert.Equal(1, ofHowMany);

        var (goal, adjusted, now) = (SomeGoal(), Quantity.Count(12m), Instant.FromUtc(2026, 7, 13, 1, 0));
        // docs:start commit
        var changes = Changes.None
            .Save<Goal>([new(goal, Token: 0)])
            .Save<Pledge>([new(new("P1", "2026Q3", Money.Of(500m, "CNY")), Token: 0)])         // a host's own aggregate
            .Raise([new GoalAdjusted(goal.Id, goal.Subject, adjusted, Reason.Of("branch.illness"))])
            .Note(new AuditEntry
            {
                At = now, Date = today, Action = "adjust-goal", Subject = goal.Subject, Outcome = AuditOutcome.Done,
                What = Reason.Of("branch.illness", ("target", adjusted)),
            });
        await unitOfWork.CommitAsync(call, changes, cancellation);                            // all of it, or a ConflictException and nothing
        // docs:end commit

        await provider.GetRequiredService<EventDelivery>().DeliverAsync(call, cancellation);
        Assert.Equal(["branch-1/1 2026Q3/cases/agent:E1001"], Inbox.Received);

        var monitoring = new Deciding(new(provider.GetRequiredService<IAccessPolicy>(), unitOfWork, provider.GetRequiredService<IAuditTrail>(), provider.GetRequiredService<EventDelivery>(), TimeProvider.System, provider.GetRequiredService<ActivityTelemetry>()));
        var (texts, reader, shown) = (provider.GetRequiredService<ITexts>(), CultureInfo.GetCultureInfo("en"), new List<string>());
        // docs:start result
        switch (await monitoring.DecideAsync(call, today, new AgentId("E2001"), cancellation))
        {
            case UseCaseResult<string>.Done done:
                shown.Add(done.Value);
                break;
            case UseCaseResult<string>.Refused refused:
                shown.Add(texts.Explain(refused.Rule.Reason, reader));
                break;
            case UseCaseResult<string>.Conflict conflict:
                shown.Add(texts.Explain(conflict.Reason, reader) + " (try again)");
                break;
        }
        // docs:end result

        Assert.Equal(["E1000 may not decide on checkpoints of agent:E2001 on 2026-07-13. Ask whoever manages access for a role that reaches it on that day, or let somebody who has one make the call."], shown);
        Assert.Equal(
            [("adjust-goal", AuditOutcome.Done), ("decide", AuditOutcome.Refused)],
            (await provider.GetRequiredService<IQueries<AuditRecord>>().ListAsync(
                call with { Actor = new("wang.fang") }, await policy.ScopeOfAsync(call with { Actor = new("wang.fang") }, today, cancellation), Specification.All<AuditRecord>(), cancellation))
            .Select(r => (r.Action, r.Outcome)));
    }

    // E1000 leads T1 with E1001; E2001 is in T2.
    private static IEnumerable<Fact> People() =>
        from person in new[] { (Id: "E1000", Team: "T1"), (Id: "E1001", Team: "T1"), (Id: "E2001", Team: "T2") }
        from fact in new Fact[]
        {
            new AgentFact { Origin = new("crm", person.Id), Date = new(2025, 1, 1), Agent = new(person.Id) },
            new AssignmentFact { Origin = new("crm", person.Id), Date = new(2025, 1, 1), Agent = new(person.Id), Team = new(person.Team), Rank = "A1", IsLeader = person.Id == "E1000" },
        }
        select fact;

    private static Goal SomeGoal() => new()
    {
        Id = new("2026Q3/cases/agent:E1001"),
        Partition = "2026Q3",
        Measure = new("cases"),
        Subject = Subject.Of(new AgentId("E1001")),
        Period = new Quarter(2026, 3).Interval,
        State = GoalState.Active,
        Revisions = [new(Quantity.Count(12m), Today, new("E1000"), Reason.Of("branch.illness"))],
    };

    // docs:start handler
    public sealed class Inbox : IDomainEventSubscriber
    {
        public static List<string> Received { get; } = [];

        public string Name => "inbox";

        public Task HandleAsync(StoredEvent happened, CancellationToken cancellation)
        {
            if (happened.Event is GoalAdjusted adjusted)
            {
                Received.Add($"{happened.Id} {adjusted.Aggregate}");   // the id is the same when the event comes again
            }

            return Task.CompletedTask;
        }
    }
    // docs:end handler

    // docs:start own
    private sealed class Deciding(UseCaseEdge edge)
    {
        public Task<UseCaseResult<string>> DecideAsync(CallContext call, LocalDate on, AgentId agent, CancellationToken cancellation) =>
            edge.RunAsync(call, "decide", on, work =>
            {
                work.Require(AccessAction.Decide, DataKind.Checkpoints, Subject.Of(agent), on);
                return Task.FromResult("decided");
            }, cancellation);
    }
    // docs:end own
}
