using static ActivityMgmt.Testing.StorageTrials;

namespace ActivityMgmt.Testing;

/// <summary>What <see cref="IAuditTrail"/> promises, check by check; read as <see cref="AuditRecord"/>.</summary>
public static class AuditTrailConformance
{
    /// <summary>The checks.</summary>
    public static ConformanceSuite<UseCaseStorage> Suite { get; } = new(
        nameof(IAuditTrail),
        [
            ("A trail that was given nothing holds nothing", NothingAtFirstAsync),
            ("Entries come back as they were appended, numbered from 1", ComeBackAsync),
            ("Each entry is in the name of the actor who appended it", ActorsAsync),
            ("Entries of use cases and others stand in one trail, in the order in which they came", OneTrailAsync),
            ("Keys sort like the sequence, beyond ten", KeysAsync),
            ("Appending nothing does nothing", NothingAsync),
            ("Values of every kind come back, and text is only text", ValuesAsync),
            ("Two tenants never meet", TenantsAsync),
            ("A call without tenant is refused", WithoutTenantAsync),
            ("A cancelled call does nothing and says so", CancelledAsync),
            ("Entries appended at the same time are all kept, numbered without gaps", AtOnceAsync),
        ]);

    private static async Task NothingAtFirstAsync(Trial<UseCaseStorage> trial) => trial.Equal("The trail", [], await trial.TrailAsync().ConfigureAwait(false));

    private static async Task ComeBackAsync(Trial<UseCaseStorage> trial)
    {
        AuditEntry[] entries =
        [
            Entry("one"),
            Entry("two", AuditOutcome.Refused) with { Subject = Subject.Of(new AgentId("E1")), Date = new(2026, 9, 30), Action = "decide-checkpoint", At = Instant.FromUtc(2026, 10, 1, 23, 59, 59) },
            Entry("three") with { Subject = Subject.Of(new TeamId("T1")), Date = new(2026, 6, 30), What = Reason.Of("goal.agreed") },
        ];

        await trial.AppendAsync(trial.Call, entries).ConfigureAwait(false);

        trial.Equal("The trail", entries.Select((e, i) => AuditRecord.Of(e, trial.Call.Actor, i + 1)), await trial.TrailAsync().ConfigureAwait(false));
    }

    private static async Task ActorsAsync(Trial<UseCaseStorage> trial)
    {
        await trial.AppendAsync(trial.Call with { Actor = new("wang.min") }, Entry("one")).ConfigureAwait(false);
        await trial.AppendAsync(trial.Call with { Actor = new("王敏") }, Entry("two")).ConfigureAwait(false);
        await trial.CommitAsync(Changes.None.Note(Entry("three")), trial.Call with { Actor = new("Wang.Min") }).ConfigureAwait(false);

        trial.Equal("The actors", [new("wang.min"), new("王敏"), new("Wang.Min")], (await trial.TrailAsync().ConfigureAwait(false)).Select(r => r.Actor));
    }

    private static async Task OneTrailAsync(Trial<UseCaseStorage> trial)
    {
        await trial.AppendAsync(trial.Call, Entry("one")).ConfigureAwait(false);
        await trial.CommitAsync(Saving((Goal("a"), 0)).Note(Entry("two"), Entry("three"))).ConfigureAwait(false);
        await trial.AppendAsync(trial.Call, Entry("four")).ConfigureAwait(false);

        await HoldsAsync(trial, "one", "two", "three", "four").ConfigureAwait(false);
    }

    private static async Task KeysAsync(Trial<UseCaseStorage> trial)
    {
        string[] remarks = [.. Enumerable.Range(0, 12).Select(n => Numbered("entry ", n))];
        foreach (var remark in remarks)
        {
            await trial.AppendAsync(trial.Call, Entry(remark)).ConfigureAwait(false);
        }

        await HoldsAsync(trial, remarks).ConfigureAwait(false);
    }

    private static async Task NothingAsync(Trial<UseCaseStorage> trial)
    {
        await trial.AppendAsync(trial.Call).ConfigureAwait(false);

        await HoldsAsync(trial).ConfigureAwait(false);
    }

    private static async Task ValuesAsync(Trial<UseCaseStorage> trial)
    {
        Reason[] reasons =
        [
            Reason.Of("audit.done", ("useCase", ReasonValue.Term("use-case.open-quarter")), ("count", 0.0000000000000000000000000001m)),
            Reason.Of("test", ("money", Money.Of(-1_234.5m, "CNY")), ("quantity", Quantity.Count(1m)), ("day", new LocalDate(2024, 2, 29)), ("period", ReasonValue.Period(Days))),
            .. ((string[])["", " ", "业务员 😀", "'; DROP TABLE audit_records; --", "{}", "%", "\\", "line\r\nbreak"]).Select(t => Reason.Of("test", ("text", t))),
        ];

        await trial.AppendAsync(trial.Call, Array.ConvertAll(reasons, r => Entry("") with { What = r })).ConfigureAwait(false);

        trial.Equal("The reasons", reasons, (await trial.TrailAsync().ConfigureAwait(false)).Select(r => r.Reason));
    }

    private static async Task TenantsAsync(Trial<UseCaseStorage> trial)
    {
        await trial.AppendAsync(trial.Call, Entry("mine")).ConfigureAwait(false);
        trial.Equal("The other tenant's trail", [], await trial.TrailAsync(trial.Stranger).ConfigureAwait(false));

        await trial.AppendAsync(trial.Stranger, Entry("theirs")).ConfigureAwait(false);

        await HoldsAsync(trial, "mine").ConfigureAwait(false);
        trial.Equal("The other tenant's sequence", [1L], (await trial.TrailAsync(trial.Stranger).ConfigureAwait(false)).Select(r => r.Sequence));
    }

    private static Task WithoutTenantAsync(Trial<UseCaseStorage> trial) => trial.RefusedWithoutTenantAsync("AppendAsync", call => trial.AppendAsync(call, Entry("one")));

    private static async Task CancelledAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CancelledAsync("AppendAsync", token => trial.Port.AuditTrail.AppendAsync(trial.Call, [Entry("one")], token)).ConfigureAwait(false);

        await HoldsAsync(trial).ConfigureAwait(false);
    }

    private static async Task AtOnceAsync(Trial<UseCaseStorage> trial)
    {
        await Trial<UseCaseStorage>.AtOnceAsync(6, async n =>
        {
            await trial.AppendAsync(trial.Call, Entry(Numbered("entry ", n))).ConfigureAwait(false);
            return n;
        }).ConfigureAwait(false);

        var trail = await trial.TrailAsync().ConfigureAwait(false);
        trial.Equal("The entries", Enumerable.Range(0, 6).Select(n => Numbered("entry ", n)), trail.Select(r => r.Reason["useCase"].Text).Order(StringComparer.Ordinal));
        trial.Equal("The sequences", [1, 2, 3, 4, 5, 6], trail.Select(r => r.Sequence));
    }

    private static async Task HoldsAsync(Trial<UseCaseStorage> trial, params string[] remarks) =>
        trial.Equal("The trail", remarks.Select((r, i) => AuditRecord.Of(Entry(r), trial.Call.Actor, i + 1)), await trial.TrailAsync().ConfigureAwait(false));
}
