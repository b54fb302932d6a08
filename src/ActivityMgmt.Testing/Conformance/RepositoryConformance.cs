namespace ActivityMgmt.Testing;

/// <summary>What <see cref="IRepository{T}"/> promises, check by check.</summary>
/// <remarks>How tokens are chosen is the repository's: only 0 has a meaning, and a token is never used twice for one key.</remarks>
public static class RepositoryConformance
{
    /// <summary>The checks, with an aggregate made for them; for a repository that keeps aggregates of every type.</summary>
    public static ConformanceSuite<IRepository<SampleAggregate>> Suite { get; } = new(
        nameof(IRepository<SampleAggregate>),
        [
            .. RepositoryChecks<SampleAggregate>.Of((key, partition, remark) => new(key, partition, remark), Equals),
            ("Numbers and dates at their limits come back", LimitsAsync),
            ("Text of every script comes back, and is only text", TextAsync),
        ]);

    /// <summary>The checks with a host's own aggregate, for a repository that keeps only that.</summary>
    /// <param name="make">Makes an aggregate from a key, a partition and a remark: the same three give the same aggregate, another remark gives another one.</param>
    /// <param name="same">Whether two aggregates have the same content. <value>Default: they are equal, which two records that hold lists never are.</value></param>
    /// <typeparam name="T">The kind of aggregate.</typeparam>
    public static ConformanceSuite<IRepository<T>> Of<T>(Func<string, string, string, T> make, Func<T, T, bool>? same = null)
        where T : class, IAggregate
    {
        ArgumentNullException.ThrowIfNull(make);
        return new(nameof(IRepository<T>), RepositoryChecks<T>.Of(make, same ?? Equals));
    }

    private static async Task LimitsAsync(Trial<IRepository<SampleAggregate>> trial)
    {
        SampleAggregate[] samples =
        [
            new("1", "P", "", decimal.MaxValue, LocalDate.MaxIsoValue),
            new("2", "P", "", decimal.MinValue, LocalDate.MinIsoValue),
            new("3", "P", "", 0.0000000000000000000000000001m, new(2024, 2, 29)),
            new("4", "P", "", 1m / 3m),
        ];

        await trial.Port.SaveAsync(trial.Call, [.. samples.Select(s => new Stored<SampleAggregate>(s, 0))], trial.Cancellation).ConfigureAwait(false);

        trial.Equal("The aggregates listed", samples, (await trial.Port.ListAsync(trial.Call, "P", trial.Cancellation).ConfigureAwait(false)).Select(s => s.Value));
    }

    private static async Task TextAsync(Trial<IRepository<SampleAggregate>> trial)
    {
        foreach (var text in (string[])["", " ", "业务员 '李娜' 😀", "'; DROP TABLE aggregates; --", "\" OR 1=1 --", "$tenant", "%", "\\", "line\r\nbreak\ttab", "e\u0301", "é"])
        {
            var sample = new SampleAggregate("k" + text, "p" + text, text);
            await trial.Port.SaveAsync(trial.Call, [new(sample, 0)], trial.Cancellation).ConfigureAwait(false);

            trial.Equal("The aggregate found", sample, (await trial.Port.FindAsync(trial.Call, sample.Key, trial.Cancellation).ConfigureAwait(false))?.Value);
            trial.Equal("The aggregates listed", [sample], (await trial.Port.ListAsync(trial.Call, sample.Partition, trial.Cancellation).ConfigureAwait(false)).Select(s => s.Value));
        }
    }

    private static bool Equals<T>(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);
}
