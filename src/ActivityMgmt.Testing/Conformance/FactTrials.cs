namespace ActivityMgmt.Testing;

/// <summary>What the checks of a fact store do again and again.</summary>
internal static class FactTrials
{
    public static readonly LocalDate First = new(2026, 7, 1);
    public static readonly LocalDate Second = new(2026, 7, 8);
    public static readonly LocalDate Third = new(2026, 7, 15);

    /// <summary>An activity: the same id and outcome give the same content.</summary>
    public static ActivityFact Visit(string id, int revision = 1, string outcome = "success") =>
        TestFacts.Did("E1", "interview", outcome: outcome, id: id).InRevision(revision);

    public static FactDelivery Complete(LocalDate on, params Fact[] facts) => TestDeliveries.On(on, facts).CompleteFor(FactKind.Activity);

    public static Task<IntakeResult> AppendAsync(this Trial<IFactStore> trial, FactDelivery delivery, CallContext? call = null) =>
        trial.Port.AppendAsync(call ?? trial.Call, delivery, trial.Cancellation);

    public static async Task<IReadOnlyList<Fact>> ReadAsync(this Trial<IFactStore> trial, long? asKnownAt = null, CallContext? call = null) =>
        (await trial.Port.ReadAsync(call ?? trial.Call, asKnownAt, trial.Cancellation).ConfigureAwait(false)).All;

    public static Task<long> SequenceAsync(this Trial<IFactStore> trial, CallContext? call = null) => trial.Port.SequenceAsync(call ?? trial.Call, trial.Cancellation);

    public static Task<IReadOnlyList<DeliveryRecord>> DeliveriesAsync(this Trial<IFactStore> trial, CallContext? call = null) =>
        trial.Port.DeliveriesAsync(call ?? trial.Call, trial.Cancellation);

    public static async Task HoldsAsync(this Trial<IFactStore> trial, string what, params Fact[] expected) =>
        trial.Equal(what, expected, await trial.ReadAsync().ConfigureAwait(false));

    /// <summary>Stores a delivery and looks at what is said to have become of it.</summary>
    public static async Task<IntakeResult> BecomesAsync(this Trial<IFactStore> trial, FactDelivery delivery, Became expected, CallContext? call = null)
    {
        var result = await trial.AppendAsync(delivery, call).ConfigureAwait(false);
        trial.Equal($"What became of the delivery '{delivery.Name}'", expected, Became.Of(result));
        return result;
    }
}

/// <summary>What became of a delivery, in numbers.</summary>
internal sealed record Became(int Added = 0, int Revised = 0, int Repeated = 0, int Stale = 0, int Removed = 0, int Conflicts = 0)
{
    public static Became Of(IntakeResult result) => new(result.Added, result.Revised, result.Repeated, result.Stale, result.Removed, result.Conflicts.Count);
}
