namespace ActivityMgmt.Testing;

/// <summary>An aggregate of no meaning, with which the checks of a repository try it.</summary>
/// <param name="Key">Its id.</param>
/// <param name="Partition">The period it belongs to.</param>
/// <param name="Remark">Any text.</param>
/// <param name="Number">Any number.</param>
/// <param name="Date">Any date.</param>
public sealed record SampleAggregate(string Key, string Partition, string Remark, decimal Number = 0m, LocalDate? Date = null) : IAggregate;
