using static ActivityMgmt.Testing.StorageTrials;

namespace ActivityMgmt.Testing;

/// <content>Who sees what.</content>
public static partial class QueriesConformance
{
    private static async Task WithoutGrantsAsync(Trial<UseCaseStorage> trial)
    {
        await StoreAsync(trial, [Goal("a")]).ConfigureAwait(false);

        await SeesAsync(trial, "Without grants", AccessScope.Nothing(trial.Call)).ConfigureAwait(false);
        await SeesAsync(trial, "With a grant without stretches", Scope(trial.Call)).ConfigureAwait(false);
    }

    private static async Task OtherGrantsAsync(Trial<UseCaseStorage> trial)
    {
        await StoreAsync(trial, [Goal("a")]).ConfigureAwait(false);
        var grant = Scope(trial.Call, AccessStretch.Everything).Grants[0];

        await SeesAsync(trial, "Who may only decide", Granted(trial.Call, grant with { Actions = [AccessAction.Decide] })).ConfigureAwait(false);
        await SeesAsync(trial, "Who may see plans", Granted(trial.Call, grant with { Data = [DataKind.Plans] })).ConfigureAwait(false);
        await SeesAsync(trial, "Who may see goals by the second grant", Granted(trial.Call, grant with { Data = [DataKind.Plans] }, grant), "a").ConfigureAwait(false);
    }

    private static async Task SubjectsAsync(Trial<UseCaseStorage> trial)
    {
        await StoreAsync(
            trial,
            [
                Goal("agent"),
                Goal("other agent", agent: "e1"),
                Goal("team") with { Subject = Subject.Of(new TeamId("E1")) },
                Goal("branch") with { Subject = Subject.Branch("E1") },
            ]).ConfigureAwait(false);

        await SeesAsync(trial, "A stretch of the agent", Scope(trial.Call, new AccessStretch(Subject.Of(new AgentId("E1")))), "agent").ConfigureAwait(false);
        await SeesAsync(trial, "A stretch of the team", Scope(trial.Call, new AccessStretch(Subject.Of(new TeamId("E1")))), "team").ConfigureAwait(false);
        await SeesAsync(trial, "A stretch of the branch", Scope(trial.Call, new AccessStretch(Subject.Branch("E1"))), "branch").ConfigureAwait(false);
        await SeesAsync(trial, "A stretch of everybody", Scope(trial.Call, AccessStretch.Everything), "agent", "branch", "other agent", "team").ConfigureAwait(false);
    }

    private static async Task EdgesAsync(Trial<UseCaseStorage> trial)
    {
        await StoreAsync(trial, [Goal("a")]).ConfigureAwait(false);
        (string What, LocalDate? From, LocalDate? Until, bool Sees)[] stretches =
        [
            ("until the day before", null, new(2026, 6, 30), false),
            ("until the first day", null, new(2026, 7, 1), true),
            ("of the first day only", new(2026, 7, 1), new(2026, 7, 1), true),
            ("of a day in between", new(2026, 8, 1), new(2026, 8, 1), true),
            ("of the last day only", new(2026, 9, 30), new(2026, 9, 30), true),
            ("from the last day", new(2026, 9, 30), null, true),
            ("from the day after", new(2026, 10, 1), null, false),
            ("around it", new(2020, 1, 1), new(2030, 1, 1), true),
            ("without ends", null, null, true),
        ];
        foreach (var (what, from, until, sees) in stretches)
        {
            string[] expected = sees ? ["a"] : [];
            await SeesAsync(trial, $"The agent's stretch {what}", Scope(trial.Call, new AccessStretch(Subject.Of(new AgentId("E1")), from, until)), expected).ConfigureAwait(false);
            await SeesAsync(trial, $"Everybody's stretch {what}", Scope(trial.Call, new AccessStretch(null, from, until)), expected).ConfigureAwait(false);
        }
    }

    private static async Task OverlapsAsync(Trial<UseCaseStorage> trial)
    {
        await StoreAsync(trial, [Goal("a"), Goal("b", agent: "E2")]).ConfigureAwait(false);
        var own = Subject.Of(new AgentId("E1"));
        var scope = Scope(
            trial.Call, new(own), new(own, new(2026, 7, 1), new(2026, 7, 31)), new(own, new(2026, 7, 1), new(2026, 7, 31)), new(null, new(2026, 9, 1), new(2026, 9, 1)));

        await SeesAsync(trial, "Overlapping stretches", scope, "a", "b").ConfigureAwait(false);
    }

    private static async Task WithinScopeAsync(Trial<UseCaseStorage> trial)
    {
        await StoreAsync(trial, [Goal("a", 1m), Goal("b", 2m, "E2"), Goal("c", 1m, "E2"), Goal("d", 1m)]).ConfigureAwait(false);
        var (scope, all) = (Scope(trial.Call, new AccessStretch(Subject.Of(new AgentId("E2")))), Specification.All<GoalRecord>());

        trial.Equal("The second page of one", ["c"], (await ListAsync(trial, all.Page(1, 1), scope).ConfigureAwait(false)).Select(r => r.Key));
        trial.Equal("The first", "b", (await FirstAsync(trial, all, scope).ConfigureAwait(false))?.Key);
        trial.Equal("The single one", "c", (await SingleAsync(trial, Specification.Where<GoalRecord>(r => r.Target == 1m), scope).ConfigureAwait(false))?.Key);
        trial.Equal("The count", 2, await CountAsync(trial, all, scope).ConfigureAwait(false));
    }

    private static async Task OthersScopeAsync(Trial<UseCaseStorage> trial)
    {
        await StoreAsync(trial, [Goal("a")]).ConfigureAwait(false);
        CallContext[] others = [trial.Stranger, trial.Call with { Actor = new("somebody else") }];
        foreach (var scope in others.Select(AccessScope.Everything))
        {
            await trial.ThrowsAsync<ArgumentException>("ListAsync", () => ListAsync(trial, Specification.All<GoalRecord>(), scope)).ConfigureAwait(false);
            await trial.ThrowsAsync<ArgumentException>("FirstOrDefaultAsync", () => FirstAsync(trial, Specification.All<GoalRecord>(), scope)).ConfigureAwait(false);
            await trial.ThrowsAsync<ArgumentException>("SingleOrDefaultAsync", () => SingleAsync(trial, Specification.All<GoalRecord>(), scope)).ConfigureAwait(false);
            await trial.ThrowsAsync<ArgumentException>("CountAsync", () => CountAsync(trial, Specification.All<GoalRecord>(), scope)).ConfigureAwait(false);
        }
    }

    private static async Task TenantsAsync(Trial<UseCaseStorage> trial)
    {
        await StoreAsync(trial, [Goal("a")]).ConfigureAwait(false);
        await StoreAsync(trial, [Goal("a", 20m), Goal("b")], trial.Stranger).ConfigureAwait(false);

        trial.Equal("Mine", [GoalRecord.Of(Goal("a"))], await trial.RecordsAsync().ConfigureAwait(false));
        trial.Equal("How many are mine", 1, await CountAsync(trial, Specification.All<GoalRecord>()).ConfigureAwait(false));
        trial.Equal("Theirs", [GoalRecord.Of(Goal("a", 20m)), GoalRecord.Of(Goal("b"))], await trial.RecordsAsync(trial.Stranger).ConfigureAwait(false));
    }

    private static async Task WithoutTenantAsync(Trial<UseCaseStorage> trial)
    {
        var (port, all) = (trial.Port.GoalRecords, Specification.All<GoalRecord>());
        await trial.RefusedWithoutTenantAsync("ListAsync", call => port.ListAsync(call, AccessScope.Everything(call), all, trial.Cancellation)).ConfigureAwait(false);
        await trial.RefusedWithoutTenantAsync("FirstOrDefaultAsync", call => port.FirstOrDefaultAsync(call, AccessScope.Everything(call), all, trial.Cancellation)).ConfigureAwait(false);
        await trial.RefusedWithoutTenantAsync("SingleOrDefaultAsync", call => port.SingleOrDefaultAsync(call, AccessScope.Everything(call), all.AsSingle(), trial.Cancellation)).ConfigureAwait(false);
        await trial.RefusedWithoutTenantAsync("CountAsync", call => port.CountAsync(call, AccessScope.Everything(call), all, trial.Cancellation)).ConfigureAwait(false);
    }

    private static async Task CancelledAsync(Trial<UseCaseStorage> trial)
    {
        var (port, everything, all) = (trial.Port.GoalRecords, AccessScope.Everything(trial.Call), Specification.All<GoalRecord>());
        await trial.CancelledAsync("ListAsync", token => port.ListAsync(trial.Call, everything, all, token)).ConfigureAwait(false);
        await trial.CancelledAsync("FirstOrDefaultAsync", token => port.FirstOrDefaultAsync(trial.Call, everything, all, token)).ConfigureAwait(false);
        await trial.CancelledAsync("SingleOrDefaultAsync", token => port.SingleOrDefaultAsync(trial.Call, everything, all.AsSingle(), token)).ConfigureAwait(false);
        await trial.CancelledAsync("CountAsync", token => port.CountAsync(trial.Call, everything, all, token)).ConfigureAwait(false);
    }

    private static Task ByChanceAsync(Trial<UseCaseStorage> trial) => trial.ByChanceAsync(async (chance, call) =>
    {
        Goal[] goals = [.. Enumerable.Range(0, 20).Select(n => Goal(Numbered("g", n), chance.Next(4), Agent(), Days()))];
        var records = await StoreAsync(trial, goals, call).ConfigureAwait(false);
        for (var round = 0; round < 10; round++)
        {
            AccessStretch[] stretches = [.. Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Stretch())];
            var (scope, least) = (Scope(call, stretches), (decimal)chance.Next(4));
            var wanted = Specification.Where<GoalRecord>(r => r.Target >= least).OrderBy(r => r.From).ThenByDescending(r => r.Target).Page(chance.Next(3), chance.Next(1, 20));
            var seen = records.Where(scope.Sees).ToArray();

            trial.Equal(
                $"The keys within {string.Join(", ", stretches.Select(s => $"{s.Subject} {s.From}..{s.Until}"))}, targets from {least}",
                wanted.Evaluate(seen).Select(r => r.Key),
                (await trial.Port.GoalRecords.ListAsync(call, scope, wanted, trial.Cancellation).ConfigureAwait(false)).Select(r => r.Key));
            trial.Equal(
                "How many there are", seen.Count(r => r.Target >= least), await trial.Port.GoalRecords.CountAsync(call, scope, wanted, trial.Cancellation).ConfigureAwait(false));
        }

        string Agent() => Numbered("E", chance.Next(4));

        LocalDate Day() => new LocalDate(2026, 7, 1).PlusDays(chance.Next(12));

        DateInterval Days()
        {
            var start = Day();
            return new(start, start.PlusDays(chance.Next(4)));
        }

        AccessStretch Stretch()
        {
            var days = Days();
            return new(
                chance.Next(5) == 0 ? null : Subject.Of(new AgentId(Agent())), chance.Next(4) == 0 ? null : days.Start, chance.Next(4) == 0 ? null : days.End);
        }
    });

    private static async Task SeesAsync(Trial<UseCaseStorage> trial, string what, AccessScope scope, params string[] keys)
    {
        trial.Equal($"{what}: the keys", keys, (await ListAsync(trial, Specification.All<GoalRecord>(), scope).ConfigureAwait(false)).Select(r => r.Key));
        trial.Equal($"{what}: the first", keys.FirstOrDefault(), (await FirstAsync(trial, Specification.All<GoalRecord>(), scope).ConfigureAwait(false))?.Key);
        trial.Equal($"{what}: how many", keys.Length, await CountAsync(trial, Specification.All<GoalRecord>(), scope).ConfigureAwait(false));
    }

    private static AccessScope Scope(CallContext call, params AccessStretch[] stretches) =>
        Granted(call, new AccessGrant { Actions = [AccessAction.See], Data = [DataKind.Goals], Stretches = stretches });

    private static AccessScope Granted(CallContext call, params AccessGrant[] grants) => AccessScope.Nothing(call) with { Grants = grants };
}
