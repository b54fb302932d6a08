using static ActivityMgmt.Testing.StorageTrials;

namespace ActivityMgmt.Testing;

/// <summary>What <see cref="IQueries{T}"/> promises, check by check, with goals that <see cref="IUnitOfWork"/> stores.</summary>
public static partial class QueriesConformance
{
    /// <summary>The checks.</summary>
    public static ConformanceSuite<UseCaseStorage> Suite { get; } = new(
        nameof(IQueries<GoalRecord>),
        [
            ("Where nothing was stored, nothing is found", NothingAtFirstAsync),
            ("Conditions mean what they mean in memory", ConditionsAsync),
            ("Orders are those in memory: text by code point, what is missing first, ties by key", OrdersAsync),
            ("Pages of an order never overlap, and leave nothing out", PagesAsync),
            ("The first is the first of the order, or nothing", FirstAsync),
            ("A single result is the one there is, or nothing; two are refused", SingleAsync),
            ("A count is that of the condition, whatever the page", CountAsync),

            ("A scope without grants sees nothing", WithoutGrantsAsync),
            ("A grant to decide, or to other data, sees nothing", OtherGrantsAsync),
            ("A stretch reaches its subject, not what belongs to it", SubjectsAsync),
            ("A stretch reaches what has at least one day in it, first and last day included", EdgesAsync),
            ("What several stretches reach is found once", OverlapsAsync),
            ("Page, first, single and count are of what the scope reaches", WithinScopeAsync),
            ("A scope of another tenant or actor is refused", OthersScopeAsync),

            ("Two tenants never meet", TenantsAsync),
            ("A call without tenant is refused", WithoutTenantAsync),
            ("A cancelled call says so", CancelledAsync),

            ("By chance: a scope and a condition give what they give in memory", ByChanceAsync),
        ]);

    private static async Task NothingAtFirstAsync(Trial<UseCaseStorage> trial)
    {
        trial.Equal("The list", [], await trial.RecordsAsync().ConfigureAwait(false));
        trial.Equal("The first", null, await FirstAsync(trial, Specification.All<GoalRecord>()).ConfigureAwait(false));
        trial.Equal("The count", 0, await CountAsync(trial, Specification.All<GoalRecord>()).ConfigureAwait(false));
    }

    private static async Task ConditionsAsync(Trial<UseCaseStorage> trial)
    {
        var records = await StoreAsync(trial, Mixed()).ConfigureAwait(false);
        var (day, parent, no, keys) = (new LocalDate(2026, 8, 1), new GoalId("P"), (GoalId?)null, (string[])["a", "B", "x"]);
        (string What, Specification<GoalRecord> Wanted)[] all =
        [
            ("a text", Specification.Where<GoalRecord>(r => r.Key == "a")),
            ("another text", Specification.Where<GoalRecord>(r => r.Key != "a")),
            ("part of a text", Specification.Where<GoalRecord>(r => r.Key.Contains("ab"))),
            ("part of a text with wild cards", Specification.Where<GoalRecord>(r => r.Key.Contains("0%"))),
            ("one of some texts", Specification.Where<GoalRecord>(r => keys.Contains(r.Key))),
            ("a subject", Specification.Where<GoalRecord>(r => r.Subject == Subject.Of(new AgentId("E2")))),
            ("a number", Specification.Where<GoalRecord>(r => r.Target == 10.5m)),
            ("a larger number", Specification.Where<GoalRecord>(r => r.Target > 9m)),
            ("a number that is not smaller", Specification.Where<GoalRecord>(r => r.Target >= 10.5m)),
            ("an earlier date", Specification.Where<GoalRecord>(r => r.From < day)),
            ("a date that is not later", Specification.Where<GoalRecord>(r => r.From <= day)),
            ("a state", Specification.Where<GoalRecord>(r => r.State == GoalState.Active)),
            ("a flag", Specification.Where<GoalRecord>(r => r.IsCascaded)),
            ("no flag", Specification.Where<GoalRecord>(r => !r.IsCascaded)),
            ("something missing", Specification.Where<GoalRecord>(r => r.Parent == no)),
            ("nothing missing", Specification.Where<GoalRecord>(r => r.Parent != no)),
            ("another id, or none", Specification.Where<GoalRecord>(r => r.Parent != parent)),
            ("two members", Specification.Where<GoalRecord>(r => r.From == r.Until)),
            ("both", Specification.Where<GoalRecord>(r => r.Target > 9m && r.State == GoalState.Active)),
            ("either", Specification.Where<GoalRecord>(r => r.Target > 100m || r.Key == "a")),
            ("neither", Specification.Where<GoalRecord>(r => r.Target > 100m || r.Key == "a").Not()),
            ("everything", Specification.All<GoalRecord>()),
            ("nothing", Specification.All<GoalRecord>().Not()),
        ];
        foreach (var (what, wanted) in all)
        {
            trial.Equal($"The keys where the condition is {what}", wanted.Evaluate(records).Select(r => r.Key), (await ListAsync(trial, wanted).ConfigureAwait(false)).Select(r => r.Key));
        }

        trial.Equal("The records as a whole", Specification.All<GoalRecord>().Evaluate(records), await trial.RecordsAsync().ConfigureAwait(false));
    }

    private static async Task OrdersAsync(Trial<UseCaseStorage> trial)
    {
        var records = await StoreAsync(trial, Mixed()).ConfigureAwait(false);
        var all = Specification.All<GoalRecord>();
        (string What, Specification<GoalRecord> Order)[] orders =
        [
            ("key", all.OrderBy(r => r.Key)),
            ("key, downwards", all.OrderByDescending(r => r.Key)),
            ("target", all.OrderBy(r => r.Target)),
            ("target, downwards", all.OrderByDescending(r => r.Target)),
            ("parent", all.OrderBy(r => r.Parent)),
            ("parent, downwards", all.OrderByDescending(r => r.Parent)),
            ("first day, then measure, downwards", all.OrderBy(r => r.From).ThenByDescending(r => r.Measure)),
            ("partition, then target", all.OrderByDescending(r => r.Partition).ThenBy(r => r.Target)),
        ];
        foreach (var (what, order) in orders)
        {
            trial.Equal($"The keys by {what}", order.Evaluate(records).Select(r => r.Key), (await ListAsync(trial, order).ConfigureAwait(false)).Select(r => r.Key));
        }
    }

    private static async Task PagesAsync(Trial<UseCaseStorage> trial)
    {
        var records = await StoreAsync(trial, Enumerable.Range(0, 25).Select(n => Goal(Numbered("g", n), target: n % 3))).ConfigureAwait(false);
        var order = Specification.All<GoalRecord>().OrderByDescending(r => r.Target);
        var found = new List<string>();
        for (var skip = 0; skip < 40; skip += 10)
        {
            found.AddRange((await ListAsync(trial, order.Page(skip, 10)).ConfigureAwait(false)).Select(r => r.Key));
        }

        trial.Equal("The keys, page by page", order.Evaluate(records).Select(r => r.Key), found);
        trial.Equal("A page of none", [], await ListAsync(trial, order.Page(0, 0)).ConfigureAwait(false));
    }

    private static async Task FirstAsync(Trial<UseCaseStorage> trial)
    {
        await StoreAsync(trial, [Goal("a", 1m), Goal("b", 3m), Goal("c", 2m)]).ConfigureAwait(false);

        trial.Equal("The first by key", "a", (await FirstAsync(trial, Specification.All<GoalRecord>()).ConfigureAwait(false))?.Key);
        trial.Equal("The largest", "b", (await FirstAsync(trial, Specification.All<GoalRecord>().OrderByDescending(r => r.Target)).ConfigureAwait(false))?.Key);
        trial.Equal("The second largest", "c", (await FirstAsync(trial, Specification.All<GoalRecord>().OrderByDescending(r => r.Target).Page(1, 1)).ConfigureAwait(false))?.Key);
        trial.Equal("The first of none", null, await FirstAsync(trial, Specification.Where<GoalRecord>(r => r.Target > 3m)).ConfigureAwait(false));
    }

    private static async Task SingleAsync(Trial<UseCaseStorage> trial)
    {
        await StoreAsync(trial, [Goal("a", 1m), Goal("b", 3m), Goal("c", 3m)]).ConfigureAwait(false);

        trial.Equal("The one", "a", (await SingleAsync(trial, Specification.Where<GoalRecord>(r => r.Target < 3m)).ConfigureAwait(false))?.Key);
        trial.Equal("None", null, await SingleAsync(trial, Specification.Where<GoalRecord>(r => r.Target > 3m)).ConfigureAwait(false));
        await trial.ThrowsAsync<InvalidOperationException>("One of two", () => SingleAsync(trial, Specification.Where<GoalRecord>(r => r.Target == 3m))).ConfigureAwait(false);
    }

    private static async Task CountAsync(Trial<UseCaseStorage> trial)
    {
        await StoreAsync(trial, [Goal("a", 1m), Goal("b", 3m), Goal("c", 3m)]).ConfigureAwait(false);

        trial.Equal("All", 3, await CountAsync(trial, Specification.All<GoalRecord>()).ConfigureAwait(false));
        trial.Equal("Those of a condition", 2, await CountAsync(trial, Specification.Where<GoalRecord>(r => r.Target == 3m)).ConfigureAwait(false));
        trial.Equal("Those of a condition with a page", 2, await CountAsync(trial, Specification.Where<GoalRecord>(r => r.Target == 3m).OrderBy(r => r.Target).Page(1, 1)).ConfigureAwait(false));
    }

    // Every difference that a store might not make, or make differently.
    private static IEnumerable<Goal> Mixed() =>
    [
        Goal("a", 10.5m) with { Parent = new("P") },
        Goal("A", 9m, "E2") with { State = GoalState.Closed },
        Goal("b", 10m, period: new(new(2026, 8, 1), new(2026, 8, 1))) with { Parent = new("p") },
        Goal("B", -1m) with { Measure = new("fyp"), Partition = "2026Q4" },
        Goal("ab", 100m, "E2", new(new(2026, 7, 31), new(2026, 8, 31))) with { Parent = new("Q"), State = GoalState.Rejected },
        Goal("10%", 0m) with { Partition = "2026Q2" },
        Goal("10x", 0.000001m, period: new(new(2026, 8, 2), new(2027, 1, 31))),
        Goal("ä", 2m) with { Subject = Subject.Branch("E2") },
        Goal("甲", 1_000_000m) with { Subject = Subject.Of(new TeamId("E2")), Parent = new("P") },
        Goal("\uFF21", 3m),
        Goal("😀", 3m) with { Parent = new("甲") },
    ];

    private static async Task<GoalRecord[]> StoreAsync(Trial<UseCaseStorage> trial, IEnumerable<Goal> goals, CallContext? call = null)
    {
        Goal[] all = [.. goals];
        await trial.CommitAsync(Saving(Array.ConvertAll(all, g => (g, 0L))), call).ConfigureAwait(false);
        return Array.ConvertAll(all, GoalRecord.Of);
    }

    private static Task<IReadOnlyList<GoalRecord>> ListAsync(Trial<UseCaseStorage> trial, Specification<GoalRecord> wanted, AccessScope? scope = null) =>
        trial.Port.GoalRecords.ListAsync(trial.Call, scope ?? AccessScope.Everything(trial.Call), wanted, trial.Cancellation);

    private static Task<GoalRecord?> FirstAsync(Trial<UseCaseStorage> trial, Specification<GoalRecord> wanted, AccessScope? scope = null) =>
        trial.Port.GoalRecords.FirstOrDefaultAsync(trial.Call, scope ?? AccessScope.Everything(trial.Call), wanted, trial.Cancellation);

    private static Task<GoalRecord?> SingleAsync(Trial<UseCaseStorage> trial, Specification<GoalRecord> wanted, AccessScope? scope = null) =>
        trial.Port.GoalRecords.SingleOrDefaultAsync(trial.Call, scope ?? AccessScope.Everything(trial.Call), wanted.AsSingle(), trial.Cancellation);

    private static Task<int> CountAsync(Trial<UseCaseStorage> trial, Specification<GoalRecord> wanted, AccessScope? scope = null) =>
        trial.Port.GoalRecords.CountAsync(trial.Call, scope ?? AccessScope.Everything(trial.Call), wanted, trial.Cancellation);
}
