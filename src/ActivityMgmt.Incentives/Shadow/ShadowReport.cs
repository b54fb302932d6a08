namespace ActivityMgmt.Incentives;

/// <summary>A quarter's pay beside the old system's, component by component. Nothing of it is stored or paid.</summary>
public sealed record ShadowReport
{
    /// <summary>The quarter.</summary>
    public required Quarter Period { get; init; }

    /// <summary>ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Every agent's components that either system has, sorted by agent and component.</summary>
    public required IReadOnlyList<ShadowItem> Items { get; init; }

    /// <summary>The exact sum of our amounts.</summary>
    public Money Ours => Sum(Items.Select(i => i.Ours));

    /// <summary>The exact sum of the old system's amounts.</summary>
    public Money Theirs => Sum(Items.Select(i => i.Theirs).OfType<Money>());

    /// <summary>Ours less theirs; the exact sum of the items' differences.</summary>
    public Money Difference => Ours - Theirs;

    /// <summary>The items that compare in a way.</summary>
    public IEnumerable<ShadowItem> Of(ShadowMatch match) => Items.Where(i => i.Match == match);

    private Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero(Currency), (sum, amount) => sum + amount);
}
