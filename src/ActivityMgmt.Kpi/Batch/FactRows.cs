namespace ActivityMgmt.Kpi;

/// <summary>Facts as columns: one row for each fact and each of those whose it is, on the day on which it counts.</summary>
internal sealed class FactRows
{
    /// <summary>Stands in a column of numbers where a row has none.</summary>
    public const long None = long.MinValue;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>A date as it stands in <see cref="Days"/>.</summary>
    public static int DayOf(LocalDate date) => Period.DaysBetween(Epoch, date);

    /// <summary>How many rows there are; the columns may be longer.</summary>
    public required int Count { get; init; }

    /// <summary>Whose each row is: an index below <see cref="GroupCount"/>.</summary>
    public required int[] Groups { get; init; }

    /// <summary>How many agents, or teams, there are.</summary>
    public required int GroupCount { get; init; }

    /// <summary>The day on which each row counts, in days since 1970-01-01.</summary>
    public required int[] Days { get; init; }

    /// <summary>What sort of fact each row is: an index below <see cref="SortCount"/>.</summary>
    public required byte[] Sorts { get; init; }

    /// <summary>How many sorts there are, up to 256.</summary>
    public required int SortCount { get; init; }

    /// <summary>Columns of codes; 0 where a row has none.</summary>
    public IReadOnlyList<int[]> Codes { get; init; } = [];

    /// <summary>Columns of whole numbers, scaled as the program says; <see cref="None"/> where a row has none.</summary>
    public IReadOnlyList<long[]> Numbers { get; init; } = [];

    /// <summary>Whether each row's group is the same as or greater than the one's before, which saves a pass over the rows.</summary>
    public bool AreInOrderOfGroups { get; init; }
}
