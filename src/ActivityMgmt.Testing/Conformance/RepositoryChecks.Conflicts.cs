using System.Globalization;

namespace ActivityMgmt.Testing;

/// <content>Tokens, tenants, cancellation and writers at the same time.</content>
internal sealed partial class RepositoryChecks<T>
{
    private const int Writers = 6;

    private async Task OutdatedAsync(Trial<IRepository<T>> trial)
    {
        await SaveAsync(trial, (_make("k", Q3, "first"), 0)).ConfigureAwait(false);
        var read = await FoundAsync(trial, "k").ConfigureAwait(false);
        await SaveAsync(trial, (_make("k", Q3, "somebody else"), read.Token)).ConfigureAwait(false);

        await ConflictAsync(trial, "A save with an outdated token", (_make("k", Q3, "too late"), read.Token)).ConfigureAwait(false);

        IsSame(trial, "The aggregate found", _make("k", Q3, "somebody else"), (await FoundAsync(trial, "k").ConfigureAwait(false)).Value);
    }

    private async Task BelievedNewAsync(Trial<IRepository<T>> trial)
    {
        await SaveAsync(trial, (_make("k", Q3, "first"), 0)).ConfigureAwait(false);

        await ConflictAsync(trial, "A stored aggregate, saved with token 0", (_make("k", Q4, "new"), 0)).ConfigureAwait(false);

        IsSame(trial, "The aggregate found", _make("k", Q3, "first"), (await FoundAsync(trial, "k").ConfigureAwait(false)).Value);
    }

    private async Task BelievedStoredAsync(Trial<IRepository<T>> trial)
    {
        await ConflictAsync(trial, "An aggregate that was never stored, saved with token 1", (_make("k", Q3, "new"), 1)).ConfigureAwait(false);

        trial.Equal("What is found", null, await FindAsync(trial, "k").ConfigureAwait(false));
    }

    private async Task AllOrNothingAsync(Trial<IRepository<T>> trial)
    {
        await SaveAsync(trial, (_make("b", Q3, "first"), 0), (_make("c", Q3, "first"), 0)).ConfigureAwait(false);
        var (b, c) = (await FoundAsync(trial, "b").ConfigureAwait(false), await FoundAsync(trial, "c").ConfigureAwait(false));
        await SaveAsync(trial, (_make("c", Q3, "somebody else"), c.Token)).ConfigureAwait(false);

        await ConflictAsync(
            trial,
            "A save of which one aggregate is outdated",
            (_make("a", Q3, "new"), 0), (_make("b", Q3, "new"), b.Token), (_make("c", Q3, "new"), c.Token), (_make("d", Q3, "new"), 0)).ConfigureAwait(false);

        trial.Equal("The keys listed", ["b", "c"], (await ListAsync(trial, Q3).ConfigureAwait(false)).Select(s => s.Value.Key));
        var found = await FoundAsync(trial, "b").ConfigureAwait(false);
        IsSame(trial, "An aggregate of the refused save", _make("b", Q3, "first"), found.Value);
        trial.Equal("Its token", b.Token, found.Token);
    }

    private async Task TwiceAsync(Trial<IRepository<T>> trial)
    {
        await trial.ThrowsAsync<ArgumentException>(
            "A save with one key twice", () => SaveAsync(trial, (_make("a", Q3, "r"), 0), (_make("k", Q3, "one"), 0), (_make("k", Q3, "other"), 0))).ConfigureAwait(false);

        trial.Equal("The keys listed", [], (await ListAsync(trial, Q3).ConfigureAwait(false)).Select(s => s.Value.Key));
    }

    private async Task NoTokenTwiceAsync(Trial<IRepository<T>> trial)
    {
        var tokens = new List<long> { 0 };
        for (var n = 0; n < 5; n++)
        {
            await SaveAsync(trial, (_make("k", Q3, n % 2 == 0 ? "there" : "back"), tokens[^1])).ConfigureAwait(false);
            tokens.Add((await FoundAsync(trial, "k").ConfigureAwait(false)).Token);
        }

        trial.Equal("The tokens", tokens.Distinct(), tokens);
    }

    private async Task TenantsAsync(Trial<IRepository<T>> trial)
    {
        await SaveAsync(trial, (_make("k", Q3, "mine"), 0)).ConfigureAwait(false);
        trial.Equal("What another tenant finds", null, await FindAsync(trial, "k", trial.Stranger).ConfigureAwait(false));
        trial.Equal("How many another tenant lists", 0, (await ListAsync(trial, Q3, trial.Stranger).ConfigureAwait(false)).Count);

        await SaveAsync(trial, trial.Stranger, (_make("k", Q3, "theirs"), 0)).ConfigureAwait(false);

        IsSame(trial, "What the tenant finds", _make("k", Q3, "mine"), (await FoundAsync(trial, "k").ConfigureAwait(false)).Value);
        IsSame(trial, "What the other tenant finds", _make("k", Q3, "theirs"), (await FoundAsync(trial, "k", trial.Stranger).ConfigureAwait(false)).Value);
        trial.Equal("How many the tenant lists", 1, (await ListAsync(trial, Q3).ConfigureAwait(false)).Count);
    }

    private async Task WithoutTenantAsync(Trial<IRepository<T>> trial)
    {
        await trial.RefusedWithoutTenantAsync("FindAsync", call => FindAsync(trial, "k", call)).ConfigureAwait(false);
        await trial.RefusedWithoutTenantAsync("ListAsync", call => ListAsync(trial, Q3, call)).ConfigureAwait(false);
        await trial.RefusedWithoutTenantAsync("SaveAsync", call => SaveAsync(trial, call, (_make("k", Q3, "r"), 0))).ConfigureAwait(false);
    }

    private async Task CancelledAsync(Trial<IRepository<T>> trial)
    {
        await trial.CancelledAsync("FindAsync", token => trial.Port.FindAsync(trial.Call, "k", token)).ConfigureAwait(false);
        await trial.CancelledAsync("ListAsync", token => trial.Port.ListAsync(trial.Call, Q3, token)).ConfigureAwait(false);
        await trial.CancelledAsync("SaveAsync", token => trial.Port.SaveAsync(trial.Call, [new(_make("k", Q3, "r"), 0)], token)).ConfigureAwait(false);

        trial.Equal("What is found after a cancelled save", null, await FindAsync(trial, "k").ConfigureAwait(false));
    }

    private async Task OneWinsAsync(Trial<IRepository<T>> trial)
    {
        await SaveAsync(trial, (_make("k", Q3, "first"), 0)).ConfigureAwait(false);
        var token = (await FoundAsync(trial, "k").ConfigureAwait(false)).Token;

        var won = await RaceAsync(trial, token).ConfigureAwait(false);

        IsSame(trial, "The aggregate found", _make("k", Q3, $"writer {won}"), (await FoundAsync(trial, "k").ConfigureAwait(false)).Value);
    }

    private async Task OneCreatesAsync(Trial<IRepository<T>> trial)
    {
        var won = await RaceAsync(trial, token: 0).ConfigureAwait(false);

        IsSame(trial, "The aggregate found", _make("k", Q3, $"writer {won}"), (await FoundAsync(trial, "k").ConfigureAwait(false)).Value);
    }

    private async Task<int> RaceAsync(Trial<IRepository<T>> trial, long token)
    {
        var won = await Trial<IRepository<T>>.AtOnceAsync(
            Writers, n => Trial<IRepository<T>>.WonAsync(() => SaveAsync(trial, (_make("k", Q3, $"writer {n}"), token)))).ConfigureAwait(false);
        trial.Equal("How many writers won", 1, won.Count(w => w));
        return Array.IndexOf(won, true);
    }

    // Each writer moves one aggregate through its own steps: as many changes as there were successful saves, each with a token of its own.
    private async Task NoChangeLostAsync(Trial<IRepository<T>> trial)
    {
        const int each = 5;
        await SaveAsync(trial, (_make("k", Q3, "first"), 0)).ConfigureAwait(false);
        var used = await Trial<IRepository<T>>.AtOnceAsync(Writers, async writer =>
        {
            var tokens = new List<long>();
            while (tokens.Count < each)
            {
                var read = await FoundAsync(trial, "k").ConfigureAwait(false);
                var change = _make("k", Q3, string.Create(CultureInfo.InvariantCulture, $"writer {writer}, change {tokens.Count}"));
                if (await Trial<IRepository<T>>.WonAsync(() => SaveAsync(trial, (change, read.Token))).ConfigureAwait(false))
                {
                    tokens.Add(read.Token);
                }
            }

            return tokens;
        }).ConfigureAwait(false);

        trial.Equal("How many different versions were changed", Writers * each, used.SelectMany(t => t).Distinct().Count());
    }

    private Task NaiveTableAsync(Trial<IRepository<T>> trial) => trial.ByChanceAsync(async (chance, call) =>
    {
        var table = new SortedDictionary<string, (T Value, int Version)>(StringComparer.Ordinal);
        var hands = Enumerable.Range(0, 3).Select(_ => new Dictionary<string, (long Token, int Version)>()).ToArray();
        for (var step = 0; step < 30; step++)
        {
            // Somebody looks at a key again, then saves one or two keys as he last saw them.
            var hand = hands[chance.Next(hands.Length)];
            var look = Key();
            hand[look] = ((await FindAsync(trial, look, call).ConfigureAwait(false))?.Token ?? 0, table.TryGetValue(look, out var row) ? row.Version : 0);
            var save = Enumerable.Range(0, chance.Next(1, 3)).Select(_ => Key()).Distinct()
                .Select(k => (Value: _make(k, chance.Next(2) == 0 ? Q3 : Q4, $"step {step}"), Seen: hand.GetValueOrDefault(k))).ToArray();
            var succeeds = save.All(s => (table.TryGetValue(s.Value.Key, out var known) ? known.Version : 0) == s.Seen.Version);

            trial.Equal(
                $"Whether step {step} is saved",
                succeeds,
                await Trial<IRepository<T>>.WonAsync(() => SaveAsync(trial, call, Array.ConvertAll(save, s => (s.Value, s.Seen.Token)))).ConfigureAwait(false));
            foreach (var (value, seen) in succeeds ? save : [])
            {
                table[value.Key] = (value, seen.Version + 1);
            }
        }

        foreach (var partition in (string[])[Q3, Q4])
        {
            var expected = table.Values.Select(r => r.Value).Where(v => v.Partition == partition).ToArray();
            var listed = (await ListAsync(trial, partition, call).ConfigureAwait(false)).Select(s => s.Value).ToArray();
            trial.Equal($"The keys listed in {partition}", expected.Select(v => v.Key), listed.Select(v => v.Key));
            foreach (var (value, found) in expected.Zip(listed))
            {
                IsSame(trial, $"The aggregate '{value.Key}'", value, found);
            }
        }

        string Key() => string.Create(CultureInfo.InvariantCulture, $"k{chance.Next(4)}");
    });

    private static async Task ConflictAsync(Trial<IRepository<T>> trial, string what, params (T Value, long Token)[] aggregates) =>
        await trial.ThrowsAsync<ConflictException>(what, () => SaveAsync(trial, aggregates)).ConfigureAwait(false);
}
