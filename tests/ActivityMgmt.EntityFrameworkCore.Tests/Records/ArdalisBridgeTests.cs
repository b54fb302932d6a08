namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class ArdalisBridgeTests
{
    [Fact]
    public void A_specification_is_told_to_the_other_builder_part_by_part()
    {
        var specification = Specification.Where<CheckpointRecord>(c => c.NeedsDecision).OrderBy(c => c.Partition).ThenByDescending(c => c.Key).Page(20, 10);

        Assert.Equal(
            ["where c.NeedsDecision", "by c.Partition", "then by c.Key descending", "then by r.Key", "skip 20", "take 10"],
            new Bridged<CheckpointRecord>(specification).Told);
    }

    // docs:start bridge
    private sealed class Bridged<T> : Ardalis.Specification.Specification<T>
        where T : class, IQueryRecord
    {
        public Bridged(Specification<T> from)
        {
            if (from.Criteria is { } criteria)
            {
                Query.Where(criteria);
            }

            // The order by key comes last, so that pages never overlap.
            var (isFirst, byKey) = (true, new SpecificationOrder<T>(r => r.Key, IsDescending: false));
            foreach (var (key, isDescending) in from.Orders.Append(byKey))
            {
                _ = (isFirst, isDescending) switch
                {
                    (true, false) => Query.OrderBy(key),
                    (true, true) => Query.OrderByDescending(key),
                    (false, false) => Query.ThenBy(key),
                    (false, true) => Query.ThenByDescending(key),
                };
                isFirst = false;
            }

            Query.Skip(from.Skipped);
            if (from.Taken is { } taken)
            {
                Query.Take(taken);
            }
        }
    }
    // docs:end bridge
}
