using static ActivityMgmt.Testing.StorageTrials;

namespace ActivityMgmt.Testing;

/// <summary>What <see cref="IUnitOfWork"/> promises, check by check, with the ports by which one sees it.</summary>
public static partial class UnitOfWorkConformance
{
    /// <summary>The checks.</summary>
    public static ConformanceSuite<UseCaseStorage> Suite { get; } = new(
        nameof(IUnitOfWork),
        [
            ("Aggregates, flat records, events and audit entries are stored together", TogetherAsync),
            ("Aggregates of two kinds are stored together", KindsAsync),
            ("Committing nothing does nothing", NothingAsync),
            ("Events and audit entries need no aggregate", WithoutAggregateAsync),
            ("A change is stored with the token it was read with, and gives another token", ChangedAsync),
            ("The flat record is that of the last change", RecordAsync),
            ("What a repository saves has a flat record, too", RepositoryAsync),
            ("Stores a thousand aggregates at once", ManyAsync),

            ("What follows from a delivery of facts is stored with it", FactsAsync),

            ("Who read before somebody else stored is told of the conflict, and nothing is stored", OutdatedAsync),
            ("Who believes that a stored aggregate is new is told of the conflict, and nothing is stored", BelievedNewAsync),
            ("Who believes that a new aggregate is stored is told of the conflict, and nothing is stored", BelievedStoredAsync),
            ("A delivery of facts whose following is in conflict is not stored, and neither is what follows", FactsConflictAsync),
            ("An aggregate that is there twice is refused, and nothing is stored", TwiceAsync),

            ("Two tenants never meet", TenantsAsync),
            ("A call without tenant is refused", WithoutTenantAsync),
            ("A cancelled call does nothing and says so", CancelledAsync),
            ("Of several commits with one token, one wins, with all it brings", OneWinsAsync),
            ("Commits at the same time are all stored, numbered without gaps", AtOnceAsync),
        ]);

    private static async Task TogetherAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Saving((Goal("a"), 0), (Goal("b", 20m), 0)).Raise([Event(1), Event(2)]).Note(Entry("one"), Entry("two"))).ConfigureAwait(false);

        await trial.HoldsAsync([Goal("a"), Goal("b", 20m)], [Event(1), Event(2)], ["one", "two"]).ConfigureAwait(false);
    }

    private static async Task KindsAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Saving((Goal("a"), 0)).Save([new Stored<ActivityPlan>(Plan("E1"), 0)]).Save([new Stored<Goal>(Goal(Plan("E1").Key), 0)])).ConfigureAwait(false);

        await trial.HoldsAsync([Goal(Plan("E1").Key), Goal("a")], [], []).ConfigureAwait(false);
        trial.Equal(
            "The agents of the plans", [new("E1")], (await trial.Port.Plans.ListAsync(trial.Call, Q3, trial.Cancellation).ConfigureAwait(false)).Select(p => p.Value.Agent));
    }

    private static async Task NothingAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Changes.None).ConfigureAwait(false);

        await trial.HoldsAsync([], [], []).ConfigureAwait(false);
    }

    private static async Task WithoutAggregateAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Changes.None.Raise([Event(1)])).ConfigureAwait(false);
        await trial.CommitAsync(Changes.None.Note(Entry("one"))).ConfigureAwait(false);

        await trial.HoldsAsync([], [Event(1)], ["one"]).ConfigureAwait(false);
    }

    private static async Task FactsAsync(Trial<UseCaseStorage> trial)
    {
        var delivery = TestDeliveries.On(new(2026, 7, 1), FactTrials.Visit("1"));

        await trial.Port.Facts.AppendAsync(trial.Call, delivery, _ => Saving((Goal("a"), 0)).Raise([Event(1)]).Note(Entry("one")), trial.Cancellation).ConfigureAwait(false);

        await trial.HoldsAsync([Goal("a")], [Event(1)], ["one"]).ConfigureAwait(false);
        trial.Equal("The facts", [FactTrials.Visit("1")], (await trial.Port.Facts.ReadAsync(trial.Call, null, trial.Cancellation).ConfigureAwait(false)).All);
        trial.Equal("Who is in the audit trail", [trial.Call.Actor], (await trial.TrailAsync().ConfigureAwait(false)).Select(r => r.Actor));
    }

    private static async Task FactsConflictAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Saving((Goal("a"), 0))).ConfigureAwait(false);
        var delivery = TestDeliveries.On(new(2026, 7, 1), FactTrials.Visit("1"));

        await trial.ThrowsAsync<ConflictException>(
            "A delivery whose following stores a goal with an outdated token",
            () => trial.Port.Facts.AppendAsync(trial.Call, delivery, _ => Saving((Goal("a", 20m), 0)).Raise([Event(1)]).Note(Entry("one")), trial.Cancellation)).ConfigureAwait(false);

        await trial.HoldsAsync([Goal("a")], [], []).ConfigureAwait(false);
        trial.Equal("The facts", [], (await trial.Port.Facts.ReadAsync(trial.Call, null, trial.Cancellation).ConfigureAwait(false)).All);
    }

    private static async Task ChangedAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Saving((Goal("a"), 0))).ConfigureAwait(false);
        var before = await trial.TokenAsync("a").ConfigureAwait(false);

        await trial.CommitAsync(Saving((Goal("a", 20m), before))).ConfigureAwait(false);

        var after = await trial.TokenAsync("a").ConfigureAwait(false);
        trial.IsTrue("The token after the change", after != before && after != 0, $"neither {before} nor 0", $"{after}");
    }

    private static async Task RecordAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Saving((Goal("a"), 0), (Goal("b"), 0))).ConfigureAwait(false);

        await trial.CommitAsync(Saving((Goal("a", 20m, "E2"), await trial.TokenAsync("a").ConfigureAwait(false)))).ConfigureAwait(false);

        await trial.HoldsAsync([Goal("a", 20m, "E2"), Goal("b")], [], []).ConfigureAwait(false);
    }

    private static async Task RepositoryAsync(Trial<UseCaseStorage> trial)
    {
        await trial.Port.Goals.SaveAsync(trial.Call, [new(Goal("a"), 0)], trial.Cancellation).ConfigureAwait(false);
        await trial.HoldsAsync([Goal("a")], [], []).ConfigureAwait(false);

        await trial.CommitAsync(Saving((Goal("a", 20m), await trial.TokenAsync("a").ConfigureAwait(false)))).ConfigureAwait(false);
        await trial.Port.Goals.SaveAsync(trial.Call, [new(Goal("a", 30m), await trial.TokenAsync("a").ConfigureAwait(false))], trial.Cancellation).ConfigureAwait(false);

        await trial.HoldsAsync([Goal("a", 30m)], [], []).ConfigureAwait(false);
    }

    private static async Task ManyAsync(Trial<UseCaseStorage> trial)
    {
        Goal[] goals = [.. Enumerable.Range(0, 1000).Select(n => Goal(Numbered("g", n)))];

        await trial.CommitAsync(Saving(Array.ConvertAll(goals, g => (g, 0L)))).ConfigureAwait(false);

        await trial.HoldsAsync(goals, [], []).ConfigureAwait(false);
    }
}
