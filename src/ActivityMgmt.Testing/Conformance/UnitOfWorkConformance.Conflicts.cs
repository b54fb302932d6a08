using static ActivityMgmt.Testing.StorageTrials;

namespace ActivityMgmt.Testing;

/// <content>Nothing by halves: conflicts, tenants, cancellation, commits at the same time.</content>
public static partial class UnitOfWorkConformance
{
    private const int Writers = 6;

    private static async Task OutdatedAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Saving((Goal("b"), 0))).ConfigureAwait(false);
        var read = await trial.TokenAsync("b").ConfigureAwait(false);
        await trial.CommitAsync(Saving((Goal("b", 20m), read))).ConfigureAwait(false);

        await RefusedAsync<ConflictException>(trial, "Storing with the token of before", Saving((Goal("b", 30m), read))).ConfigureAwait(false);

        await trial.HoldsAsync([Goal("b", 20m)], [], []).ConfigureAwait(false);
    }

    private static async Task BelievedNewAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Saving((Goal("b"), 0))).ConfigureAwait(false);

        await RefusedAsync<ConflictException>(trial, "Storing a known key with the token 0", Saving((Goal("b", 20m), 0))).ConfigureAwait(false);

        await trial.HoldsAsync([Goal("b")], [], []).ConfigureAwait(false);
    }

    private static async Task BelievedStoredAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Saving((Goal("x"), 0))).ConfigureAwait(false);
        var token = await trial.TokenAsync("x").ConfigureAwait(false);

        await RefusedAsync<ConflictException>(trial, "Storing an unknown key with a token", Saving((Goal("b"), token))).ConfigureAwait(false);

        await trial.HoldsAsync([Goal("x")], [], []).ConfigureAwait(false);
    }

    private static async Task TwiceAsync(Trial<UseCaseStorage> trial)
    {
        await RefusedAsync<ArgumentException>(trial, "Storing one key twice", Saving((Goal("b"), 0), (Goal("b", 20m), 0))).ConfigureAwait(false);

        await trial.HoldsAsync([], [], []).ConfigureAwait(false);
    }

    private static async Task TenantsAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Saving((Goal("a"), 0)).Raise([Event(1)]).Note(Entry("mine"))).ConfigureAwait(false);
        await trial.HoldsAsync([], [], [], trial.Stranger).ConfigureAwait(false);

        await trial.CommitAsync(Saving((Goal("a", 20m), 0)).Raise([Event(2)]).Note(Entry("theirs")), trial.Stranger).ConfigureAwait(false);

        await trial.HoldsAsync([Goal("a")], [Event(1)], ["mine"]).ConfigureAwait(false);
        await trial.HoldsAsync([Goal("a", 20m)], [Event(2)], ["theirs"], trial.Stranger).ConfigureAwait(false);
        trial.Equal("The sequence of the other tenant's event", [1L], (await trial.EventsAsync(trial.Stranger).ConfigureAwait(false)).Select(e => e.Sequence));
        trial.Equal("The sequence of the other tenant's audit entry", [1L], (await trial.TrailAsync(trial.Stranger).ConfigureAwait(false)).Select(r => r.Sequence));
    }

    private static Task WithoutTenantAsync(Trial<UseCaseStorage> trial) =>
        trial.RefusedWithoutTenantAsync("CommitAsync", call => trial.CommitAsync(Saving((Goal("a"), 0)), call));

    private static async Task CancelledAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CancelledAsync(
            "CommitAsync", token => trial.Port.UnitOfWork.CommitAsync(trial.Call, Saving((Goal("a"), 0)).Raise([Event(1)]).Note(Entry("one")), token)).ConfigureAwait(false);

        await trial.HoldsAsync([], [], []).ConfigureAwait(false);
    }

    private static async Task OneWinsAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Saving((Goal("a"), 0))).ConfigureAwait(false);
        var token = await trial.TokenAsync("a").ConfigureAwait(false);

        var won = await Trial<UseCaseStorage>.AtOnceAsync(Writers, n => Trial<UseCaseStorage>.WonAsync(
            () => trial.CommitAsync(Saving((Goal("a", 100m + n), token)).Raise([Event(n)]).Note(Entry(Numbered("writer ", n)))))).ConfigureAwait(false);

        trial.Equal("How many commits won", 1, won.Count(w => w));
        var winner = Array.IndexOf(won, true);
        await trial.HoldsAsync([Goal("a", 100m + winner)], [Event(winner)], [Numbered("writer ", winner)]).ConfigureAwait(false);
    }

    private static async Task AtOnceAsync(Trial<UseCaseStorage> trial)
    {
        await Trial<UseCaseStorage>.AtOnceAsync(Writers, async n =>
        {
            await trial.CommitAsync(Saving((Goal(Numbered("g", n)), 0)).Raise([Event(2 * n), Event((2 * n) + 1)]).Note(Entry(Numbered("a", n)), Entry(Numbered("b", n)))).ConfigureAwait(false);
            return n;
        }).ConfigureAwait(false);

        var events = await trial.EventsAsync().ConfigureAwait(false);
        var trail = await trial.TrailAsync().ConfigureAwait(false);
        trial.Equal("The goals", Enumerable.Range(0, Writers).Select(n => Numbered("g", n)), (await trial.RecordsAsync().ConfigureAwait(false)).Select(r => r.Key));
        trial.Equal("The sequences of the events", Enumerable.Range(1, 2 * Writers).Select(n => (long)n), events.Select(e => e.Sequence));
        trial.Equal("The sequences of the audit entries", Enumerable.Range(1, 2 * Writers).Select(n => (long)n), trail.Select(r => r.Sequence));
        trial.Equal("Both events of each commit, side by side", events.Where((_, i) => i % 2 == 0).Select(e => Event(Number(e) + 1)), events.Where((_, i) => i % 2 == 1).Select(e => e.Event));
        trial.Equal(
            "Both entries of each commit, side by side",
            trail.Where((_, i) => i % 2 == 0).Select(r => "b" + r.Reason["useCase"].Text[1..]),
            trail.Where((_, i) => i % 2 == 1).Select(r => r.Reason["useCase"].Text));
    }

    private static int Number(StoredEvent happened) => happened.Event is QuarterOpened { Goals: var number } ? number : -2;

    // With something new before and after it, an event and an audit entry: none of which may be stored either.
    private static async Task RefusedAsync<TException>(Trial<UseCaseStorage> trial, string what, Changes changes)
        where TException : Exception =>
        await trial.ThrowsAsync<TException>(
            what,
            () => trial.CommitAsync(Saving((Goal("a"), 0)).Save(changes.Aggregates).Save([new Stored<ActivityPlan>(Plan("E9"), 0)]).Raise([Event(9)]).Note(Entry("refused")))).ConfigureAwait(false);
}
