namespace ActivityMgmt.Domain.Tests;

public class EvidenceTests
{
    private static readonly FactReference First = new(new(FactKind.Activity, "crm", "1"), 1);
    private static readonly FactReference Second = new(new(FactKind.Activity, "crm", "2"), 1);
    private static readonly FactReference Policy = new(new(FactKind.Policy, "crm", "1"), 1);

    [Fact]
    public void Keeps_each_fact_once_sorted_by_key_then_revision()
    {
        var revised = First with { Revision = 2 };

        var evidence = new Evidence([], [Policy, Second, revised, First, Second]);

        Assert.Equal([First, revised, Second, Policy], evidence.Facts);
    }

    [Fact]
    public void Is_the_same_whatever_the_order_of_the_facts() =>
        Assert.Equal(new Evidence([], [First, Second]), new Evidence([], [Second, First, First]));

    [Fact]
    public void Differs_by_a_fact_by_a_revision_and_by_a_count()
    {
        var evidence = new Evidence([new("facts", 1m)], [First]);

        Assert.NotEqual(new Evidence([new("facts", 1m)], [Second]), evidence);
        Assert.NotEqual(new Evidence([new("facts", 1m)], [First with { Revision = 2 }]), evidence);
        Assert.NotEqual(new Evidence([new("facts", 2m)], [First]), evidence);
        Assert.NotEqual(Evidence.None, evidence);
    }

    [Fact]
    public void Joins_counts_one_after_the_other_and_facts_as_one_set()
    {
        var joined = new Evidence([new("won", 1m)], [Second]).With(new Evidence([new("lost", 2m)], [First, Second]));

        Assert.Equal(["won", "lost"], joined.Counts.Select(c => c.Key));
        Assert.Equal([First, Second], joined.Facts);
    }

    [Fact]
    public void More_facts_leave_the_counts_and_the_first_evidence_as_they_are()
    {
        var before = new Evidence([new("won", 1m)], [Second]);

        var after = before.With([Policy]);

        Assert.Equal([Second], before.Facts);
        Assert.Equal([Second, Policy], after.Facts);
        Assert.Equal(before.Counts, after.Counts);
    }

    [Fact]
    public void Equal_evidence_hashes_alike() =>
        Assert.Equal(new Evidence([], [First, Second]).GetHashCode(), new Evidence([], [Second, First]).GetHashCode());

    [Fact]
    public void Deferred_facts_are_gathered_once_when_somebody_looks_and_are_the_same_evidence()
    {
        var asked = 0;
        var (one, two) = (new FactReference(new(FactKind.Premium, "crm", "R1"), 1), new FactReference(new(FactKind.Premium, "crm", "R2"), 1));
        IEnumerable<FactReference> Gather()
        {
            asked++;
            return [two, one, two];
        }

        var evidence = Evidence.Deferred([new("facts", 2m)], Gather);
        var more = evidence.With(evidence);

        Assert.Equal(0, asked);
        Assert.Equal([one, two], evidence.Facts);
        Assert.Equal([one, two], more.Facts);
        Assert.Equal(new Evidence([new("facts", 2m)], [one, two]), evidence);
        Assert.Equal(1, asked);
    }
}
