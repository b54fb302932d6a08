namespace ActivityMgmt.Testing.Tests;

/// <summary>The checks of a repository can fail.</summary>
public class RepositoryConformanceTests
{
    private static readonly Dictionary<string, (Func<IRepository<SampleAggregate>> Repository, string Check)> Faults = new()
    {
        ["forgets tokens"] = (() => new LooseRepository { ChecksTokens = false }, "Who read before somebody else saved is told of the conflict, and nothing is saved"),
        ["forgets tokens, as chance finds out"] = (() => new LooseRepository { ChecksTokens = false }, "By chance: saves of several writers leave what a naive table would hold"),
        ["takes 0 for any token"] = (() => new LooseRepository { TakesZero = true }, "Who believes that a stored aggregate is new is told of the conflict"),
        ["takes any token for a new one"] = (() => new LooseRepository { TakesAnyForNew = true }, "Who believes that a new aggregate is stored is told of the conflict"),
        ["saves one by one"] = (() => new LooseRepository { IsPiecemeal = true }, "All aggregates of a save are stored, or none"),
        ["has no lock"] = (() => new LooseRepository { Pause = 20 }, "Of several writers with one token, one wins"),
        ["has no lock, for new ones"] = (() => new LooseRepository { Pause = 20 }, "Of several creators of one key, one wins"),
        ["has no lock, and changes get lost"] = (() => new LooseRepository { Pause = 5 }, "Who reads and decides again after each conflict loses no change"),
        ["takes the last of two"] = (() => new LooseRepository(), "An aggregate that is there twice is refused, and nothing is saved"),
        ["counts tokens in a circle"] = (() => new LooseRepository { Next = t => (t % 2) + 1 }, "A used token never comes back"),
        ["leaves the token"] = (() => new LooseRepository { Next = _ => 1 }, "A change is saved with the token it was read with, and gives another token"),
        ["starts with token 0"] = (() => new LooseRepository { Next = t => t == 0 ? 0 : t + 1 }, "An aggregate comes back as it was saved, with a token"),
        ["lists in order of arrival"] = (() => new LooseRepository { Sorted = s => s }, "A period's aggregates are listed by key, ordinally"),
        ["lists as a dictionary would"] = (() => new LooseRepository { Sorted = s => s.OrderBy(x => x.Value.Key, StringComparer.InvariantCulture) }, "A period's aggregates are listed by key, ordinally"),
        ["lists without tokens"] = (() => new LooseRepository { Sorted = s => s.OrderBy(x => x.Value.Key, StringComparer.Ordinal).Select(x => x with { Token = 0 }) }, "A list's tokens are as good as those of single aggregates"),
        ["lists where it was"] = (() => new LooseRepository { RemembersFirstPartition = true }, "An aggregate that moved to another period is listed there only"),
        ["leaks tenants"] = (() => new LooseRepository { Tenant = _ => "all" }, "Two tenants never meet"),
        ["takes a call without tenant"] = (() => new LooseRepository(), "A call without tenant is refused"),
        ["is deaf to cancellation"] = (() => new LooseRepository(), "A cancelled call does nothing and says so"),
        ["tells no letters apart"] = (() => new LooseRepository { Key = k => k.ToUpperInvariant() }, "Keys are told apart letter by letter"),
        ["cuts numbers"] = (() => new LooseRepository { Keeps = a => a with { Number = decimal.Truncate(a.Number) } }, "Numbers and dates at their limits come back"),
        ["trims text"] = (() => new LooseRepository { Keeps = a => a with { Remark = a.Remark.Trim() } }, "Text of every script comes back, and is only text"),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_repository_is_caught_by_the_check_that_names_the_promise(string fault)
    {
        var (repository, check) = Faults[fault];

        var caught = await Assert.ThrowsAsync<ConformanceException>(() => RepositoryConformance.Suite.RunAsync(check, repository()));

        Assert.Equal(("IRepository", check), (caught.Port, caught.Check));
    }

    /// <summary>A repository with a screw for each promise.</summary>
    private sealed class LooseRepository : IRepository<SampleAggregate>
    {
        private readonly Dictionary<(string?, string), Stored<SampleAggregate>> _stored = [];
        private readonly Dictionary<(string?, string), string> _partitions = [];

        public bool ChecksTokens { get; init; } = true;

        public bool TakesZero { get; init; }

        public bool TakesAnyForNew { get; init; }

        public bool IsPiecemeal { get; init; }

        public bool RemembersFirstPartition { get; init; }

        public int Pause { get; init; }

        public Func<long, long> Next { get; init; } = t => t + 1;

        public Func<string, string> Key { get; init; } = k => k;

        public Func<SampleAggregate, SampleAggregate> Keeps { get; init; } = a => a;

        public Func<IEnumerable<Stored<SampleAggregate>>, IEnumerable<Stored<SampleAggregate>>> Sorted { get; init; } =
            s => s.OrderBy(x => x.Value.Key, StringComparer.Ordinal);

        public Func<CallContext, string?> Tenant { get; init; } = c => c.Tenant.Value;

        public Task<Stored<SampleAggregate>?> FindAsync(CallContext call, string key, CancellationToken cancellation)
        {
            lock (_stored)
            {
                return Task.FromResult(_stored.GetValueOrDefault((Tenant(call), Key(key))));
            }
        }

        public Task<IReadOnlyList<Stored<SampleAggregate>>> ListAsync(CallContext call, string partition, CancellationToken cancellation)
        {
            lock (_stored)
            {
                var found = _stored.Where(s => s.Key.Item1 == Tenant(call) && (RemembersFirstPartition ? _partitions[s.Key] : s.Value.Value.Partition) == partition);
                return Task.FromResult<IReadOnlyList<Stored<SampleAggregate>>>([.. Sorted(found.Select(s => s.Value))]);
            }
        }

        public async Task SaveAsync(CallContext call, IReadOnlyCollection<Stored<SampleAggregate>> aggregates, CancellationToken cancellation)
        {
            foreach (var part in IsPiecemeal ? aggregates.Chunk(1) : [.. (Stored<SampleAggregate>[][])[[.. aggregates]]])
            {
                foreach (var aggregate in part)
                {
                    Check(aggregate, (await FindAsync(call, aggregate.Value.Key, cancellation))?.Token ?? 0);
                }

                if (Pause > 0)
                {
                    await Task.Delay(Pause, cancellation);
                }

                foreach (var aggregate in part)
                {
                    Put((Tenant(call), Key(aggregate.Value.Key)), aggregate);
                }
            }
        }

        private void Check(Stored<SampleAggregate> aggregate, long token)
        {
            var passes = aggregate.Token == token || !ChecksTokens || (TakesZero && aggregate.Token == 0) || (TakesAnyForNew && token == 0);
            if (!passes)
            {
                throw new ConflictException(Reason.Of("test.conflict"));
            }
        }

        private void Put((string?, string) key, Stored<SampleAggregate> aggregate)
        {
            lock (_stored)
            {
                _stored[key] = new(Keeps(aggregate.Value), Next(_stored.GetValueOrDefault(key)?.Token ?? 0));
                _partitions.TryAdd(key, aggregate.Value.Partition);
            }
        }
    }
}
