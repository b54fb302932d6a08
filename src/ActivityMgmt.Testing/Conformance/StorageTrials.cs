using System.Globalization;

namespace ActivityMgmt.Testing;

/// <summary>What the checks of the ports of use cases do again and again.</summary>
internal static class StorageTrials
{
    public const string Q3 = "2026Q3";

    public static readonly DateInterval Days = new(new(2026, 7, 1), new(2026, 9, 30));

    private static readonly Instant At = Instant.FromUtc(2026, 7, 1, 1, 30);

    /// <summary>A goal: the same key and target give the same content.</summary>
    public static Goal Goal(string key, decimal target = 10m, string agent = "E1", DateInterval? period = null) => new()
    {
        Id = new(key),
        Partition = Q3,
        Measure = new("cases"),
        Subject = Subject.Of(new AgentId(agent)),
        Period = period ?? Days,
        State = GoalState.Active,
        Revisions = [new(Quantity.Count(target), new(2026, 7, 1), new("manager"), Reason.Of("goal.agreed"))],
    };

    public static ActivityPlan Plan(string agent) => new() { Partition = Q3, Agent = new(agent), Goal = new("G-" + agent), Period = Days, Steps = [], Weeks = [], Findings = [] };

    /// <summary>An event: the same number gives the same content.</summary>
    public static DomainEvent Event(int number) => new QuarterOpened(new(2026, 3), number);

    /// <summary>An audit entry: the same remark gives the same content.</summary>
    public static AuditEntry Entry(string remark, AuditOutcome outcome = AuditOutcome.Done) => new()
    {
        At = At,
        Date = new(2026, 7, 1),
        Action = "open-quarter",
        What = Reason.Of("audit.done", ("useCase", remark), ("count", 1)),
        Subject = Subject.Branch("B01"),
        Outcome = outcome,
    };

    public static Changes Saving(params (Goal Goal, long Token)[] goals) => Changes.None.Save(goals.Select(g => new Stored<Goal>(g.Goal, g.Token)));

    public static string Numbered(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D4}");

    public static Task CommitAsync(this Trial<UseCaseStorage> trial, Changes changes, CallContext? call = null) =>
        trial.Port.UnitOfWork.CommitAsync(call ?? trial.Call, changes, trial.Cancellation);

    public static Task AppendAsync(this Trial<UseCaseStorage> trial, CallContext call, params AuditEntry[] entries) =>
        trial.Port.AuditTrail.AppendAsync(call, entries, trial.Cancellation);

    /// <summary>What is stored under a goal's key: its flat record, as the aggregate gives it, and its token.</summary>
    public static async Task<(GoalRecord Record, long Token)?> FoundAsync(this Trial<UseCaseStorage> trial, string key, CallContext? call = null) =>
        await trial.Port.Goals.FindAsync(call ?? trial.Call, key, trial.Cancellation).ConfigureAwait(false) is { } found ? (GoalRecord.Of(found.Value), found.Token) : null;

    public static async Task<long> TokenAsync(this Trial<UseCaseStorage> trial, string key) => (await trial.FoundAsync(key).ConfigureAwait(false))?.Token ?? 0;

    public static Task<IReadOnlyList<GoalRecord>> RecordsAsync(this Trial<UseCaseStorage> trial, CallContext? call = null) =>
        trial.Port.GoalRecords.ListAsync(call ?? trial.Call, AccessScope.Everything(call ?? trial.Call), Specification.All<GoalRecord>(), trial.Cancellation);

    public static Task<IReadOnlyList<AuditRecord>> TrailAsync(this Trial<UseCaseStorage> trial, CallContext? call = null) =>
        trial.Port.AuditRecords.ListAsync(call ?? trial.Call, AccessScope.Everything(call ?? trial.Call), Specification.All<AuditRecord>(), trial.Cancellation);

    public static Task<IReadOnlyList<StoredEvent>> EventsAsync(this Trial<UseCaseStorage> trial, CallContext? call = null, string subscriber = "bus", int take = 1000) =>
        trial.Port.Outbox.ReadAsync(call ?? trial.Call, subscriber, take, trial.Cancellation);

    /// <summary>Looks at everything a tenant has: its goals with their flat records, its events, its audit entries.</summary>
    public static async Task HoldsAsync(this Trial<UseCaseStorage> trial, Goal[] goals, DomainEvent[] events, string[] remarks, CallContext? call = null)
    {
        trial.Equal(
            "The goals",
            goals.Select(GoalRecord.Of),
            (await trial.Port.Goals.ListAsync(call ?? trial.Call, Q3, trial.Cancellation).ConfigureAwait(false)).Select(g => GoalRecord.Of(g.Value)));
        trial.Equal("The flat records", goals.Select(GoalRecord.Of), await trial.RecordsAsync(call).ConfigureAwait(false));
        trial.Equal("The events", events, (await trial.EventsAsync(call).ConfigureAwait(false)).Select(e => e.Event));
        trial.Equal("The audit trail", remarks, (await trial.TrailAsync(call).ConfigureAwait(false)).Select(r => r.Reason["useCase"].Text));
    }
}
