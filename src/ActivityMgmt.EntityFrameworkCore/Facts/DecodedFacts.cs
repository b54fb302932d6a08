using System.Collections.Concurrent;
using System.Data.Common;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Facts that were decoded already, by commit sequence. An entry never changes, so what is here is never out of date, whoever else writes.</summary>
/// <remarks>Books share the same fact objects, so a replay that reads one book a week holds its facts once. At most <see cref="Limit"/> facts are kept; further ones are decoded each time.</remarks>
internal sealed class DecodedFacts
{
    private const int Limit = 250_000;

    private readonly ConcurrentDictionary<long, Fact> _facts = new();
    private int _kept;

    /// <summary>The fact of a row whose first two columns are kind and content.</summary>
    public Fact Get(long sequence, DbDataReader row)
    {
        if (_facts.TryGetValue(sequence, out var known))
        {
            return known;
        }

        var fact = FactJson.Read(FactKindCode.Parse(row.GetString(0)), row.GetString(1));
        if (Volatile.Read(ref _kept) < Limit && _facts.TryAdd(sequence, fact))
        {
            Interlocked.Increment(ref _kept);
        }

        return fact;
    }
}
