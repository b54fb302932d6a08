using System.Globalization;

namespace ActivityMgmt.Testing;

/// <summary>The checks of a repository, with aggregates that somebody else makes and compares.</summary>
internal sealed partial class RepositoryChecks<T>
    where T : class, IAggregate
{
    private const string Q3 = "2026Q3";
    private const string Q4 = "2026Q4";

    private readonly Func<string, string, string, T> _make;
    private readonly Func<T, T, bool> _same;

    private RepositoryChecks(Func<string, string, string, T> make, Func<T, T, bool> same) => (_make, _same) = (make, same);

    public static IEnumerable<(string Name, Func<Trial<IRepository<T>>, Task> Run)> Of(Func<string, string, string, T> make, Func<T, T, bool> same)
    {
        var checks = new RepositoryChecks<T>(make, same);
        return
        [
            ("A repository that was given nothing holds nothing", checks.HoldsNothingAtFirstAsync),
            ("An aggregate comes back as it was saved, with a token", checks.ComesBackAsync),
            ("Keys are told apart letter by letter", checks.KeysAsync),
            ("A period's aggregates are listed by key, ordinally", checks.ListedAsync),
            ("An aggregate that moved to another period is listed there only", checks.MovedAsync),
            ("A list's tokens are as good as those of single aggregates", checks.ListTokensAsync),
            ("A change is saved with the token it was read with, and gives another token", checks.ChangedAsync),
            ("Saving nothing does nothing", NothingAsync),
            ("Saves a thousand aggregates at once", checks.ManyAsync),

            ("Who read before somebody else saved is told of the conflict, and nothing is saved", checks.OutdatedAsync),
            ("Who believes that a stored aggregate is new is told of the conflict", checks.BelievedNewAsync),
            ("Who believes that a new aggregate is stored is told of the conflict", checks.BelievedStoredAsync),
            ("All aggregates of a save are stored, or none", checks.AllOrNothingAsync),
            ("An aggregate that is there twice is refused, and nothing is saved", checks.TwiceAsync),
            ("A used token never comes back", checks.NoTokenTwiceAsync),

            ("Two tenants never meet", checks.TenantsAsync),
            ("A call without tenant is refused", checks.WithoutTenantAsync),
            ("A cancelled call does nothing and says so", checks.CancelledAsync),
            ("Of several writers with one token, one wins", checks.OneWinsAsync),
            ("Of several creators of one key, one wins", checks.OneCreatesAsync),
            ("Who reads and decides again after each conflict loses no change", checks.NoChangeLostAsync),

            ("By chance: saves of several writers leave what a naive table would hold", checks.NaiveTableAsync),
        ];
    }

    private async Task HoldsNothingAtFirstAsync(Trial<IRepository<T>> trial)
    {
        trial.Equal("What is found under an unknown key", null, await FindAsync(trial, "nobody").ConfigureAwait(false));
        trial.Equal("How many are listed in an unknown period", 0, (await ListAsync(trial, Q3).ConfigureAwait(false)).Count);
    }

    private async Task ComesBackAsync(Trial<IRepository<T>> trial)
    {
        var goal = _make("k", Q3, "备注");
        await SaveAsync(trial, (goal, 0)).ConfigureAwait(false);

        var found = await FoundAsync(trial, "k").ConfigureAwait(false);

        IsSame(trial, "The aggregate found", goal, found.Value);
        trial.IsTrue("Its token", found.Token != 0, "not 0, which means that it was never stored", "0");
        trial.Equal("Its token when it is found again", found.Token, (await FoundAsync(trial, "k").ConfigureAwait(false)).Token);
        trial.Equal("What is found under another key", null, await FindAsync(trial, "x").ConfigureAwait(false));
    }

    private async Task KeysAsync(Trial<IRepository<T>> trial)
    {
        string[] keys = ["a", "A", "á", "a\u0301", "a ", "甲", "😀", "'", "%", "a/b"];
        await SaveAsync(trial, [.. keys.Select((k, n) => (_make(k, Q3, $"r{n}"), 0L))]).ConfigureAwait(false);

        foreach (var (key, n) in keys.Select((k, n) => (k, n)))
        {
            IsSame(trial, $"The aggregate found under '{key}'", _make(key, Q3, $"r{n}"), (await FoundAsync(trial, key).ConfigureAwait(false)).Value);
        }
    }

    private async Task ListedAsync(Trial<IRepository<T>> trial)
    {
        string[] keys = ["b", "B", "a", "10", "9", "张三", "Ä", "😀", "\uFF21", "_"];
        await SaveAsync(trial, [.. keys.Select(k => (_make(k, Q3, "r"), 0L)), (_make("other", Q4, "r"), 0)]).ConfigureAwait(false);

        trial.Equal("The keys listed", keys.Order(StringComparer.Ordinal), (await ListAsync(trial, Q3).ConfigureAwait(false)).Select(s => s.Value.Key));
        trial.Equal("The keys listed in the other period", ["other"], (await ListAsync(trial, Q4).ConfigureAwait(false)).Select(s => s.Value.Key));
        trial.Equal("The keys listed in a period in other letters", [], (await ListAsync(trial, "2026q3").ConfigureAwait(false)).Select(s => s.Value.Key));
    }

    private async Task MovedAsync(Trial<IRepository<T>> trial)
    {
        await SaveAsync(trial, (_make("k", Q3, "r"), 0)).ConfigureAwait(false);

        await SaveAsync(trial, (_make("k", Q4, "r"), (await FoundAsync(trial, "k").ConfigureAwait(false)).Token)).ConfigureAwait(false);

        trial.Equal("The keys listed where it was", [], (await ListAsync(trial, Q3).ConfigureAwait(false)).Select(s => s.Value.Key));
        trial.Equal("The keys listed where it is", ["k"], (await ListAsync(trial, Q4).ConfigureAwait(false)).Select(s => s.Value.Key));
    }

    private async Task ListTokensAsync(Trial<IRepository<T>> trial)
    {
        await SaveAsync(trial, (_make("a", Q3, "old"), 0), (_make("b", Q3, "old"), 0)).ConfigureAwait(false);
        var list = await ListAsync(trial, Q3).ConfigureAwait(false);
        trial.Equal("A token in the list", (await FoundAsync(trial, "b").ConfigureAwait(false)).Token, list[1].Token);

        await trial.Port.SaveAsync(trial.Call, [.. list.Select(s => s with { Value = _make(s.Value.Key, Q3, "new") })], trial.Cancellation).ConfigureAwait(false);

        IsSame(trial, "The first aggregate", _make("a", Q3, "new"), (await FoundAsync(trial, "a").ConfigureAwait(false)).Value);
        IsSame(trial, "The second aggregate", _make("b", Q3, "new"), (await FoundAsync(trial, "b").ConfigureAwait(false)).Value);
    }

    private async Task ChangedAsync(Trial<IRepository<T>> trial)
    {
        await SaveAsync(trial, (_make("k", Q3, "old"), 0)).ConfigureAwait(false);
        var read = await FoundAsync(trial, "k").ConfigureAwait(false);

        await SaveAsync(trial, (_make("k", Q3, "new"), read.Token)).ConfigureAwait(false);

        var found = await FoundAsync(trial, "k").ConfigureAwait(false);
        IsSame(trial, "The aggregate found", _make("k", Q3, "new"), found.Value);
        IsSame(trial, "The aggregate that was read before", _make("k", Q3, "old"), read.Value);
        trial.IsTrue("The token after the change", found.Token != read.Token && found.Token != 0, $"neither {read.Token} nor 0", $"{found.Token}");
    }

    private static async Task NothingAsync(Trial<IRepository<T>> trial)
    {
        await trial.Port.SaveAsync(trial.Call, [], trial.Cancellation).ConfigureAwait(false);

        trial.Equal("How many are listed", 0, (await ListAsync(trial, Q3).ConfigureAwait(false)).Count);
    }

    private async Task ManyAsync(Trial<IRepository<T>> trial)
    {
        string[] keys = [.. Enumerable.Range(0, 1000).Select(n => n.ToString("D4", CultureInfo.InvariantCulture))];

        await SaveAsync(trial, [.. keys.Select(k => (_make(k, Q3, "r"), 0L))]).ConfigureAwait(false);

        trial.Equal("The keys listed", keys, (await ListAsync(trial, Q3).ConfigureAwait(false)).Select(s => s.Value.Key));
    }

    private static Task<Stored<T>?> FindAsync(Trial<IRepository<T>> trial, string key, CallContext? call = null) =>
        trial.Port.FindAsync(call ?? trial.Call, key, trial.Cancellation);

    private static async Task<Stored<T>> FoundAsync(Trial<IRepository<T>> trial, string key, CallContext? call = null) =>
        await FindAsync(trial, key, call).ConfigureAwait(false) ?? throw trial.Failed($"What is found under '{key}'", "the aggregate that was saved", "nothing");

    private static Task<IReadOnlyList<Stored<T>>> ListAsync(Trial<IRepository<T>> trial, string partition, CallContext? call = null) =>
        trial.Port.ListAsync(call ?? trial.Call, partition, trial.Cancellation);

    private static Task SaveAsync(Trial<IRepository<T>> trial, params (T Value, long Token)[] aggregates) => SaveAsync(trial, trial.Call, aggregates);

    private static Task SaveAsync(Trial<IRepository<T>> trial, CallContext call, params (T Value, long Token)[] aggregates) =>
        trial.Port.SaveAsync(call, Array.ConvertAll(aggregates, a => new Stored<T>(a.Value, a.Token)), trial.Cancellation);

    private void IsSame(Trial<IRepository<T>> trial, string what, T expected, T actual) =>
        trial.IsTrue(what, _same(expected, actual), $"{expected}", $"{actual}");
}
