using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Draws ordinary activities of the quarter by the lot that belongs to their id; nobody is drawn twice.</summary>
internal sealed class Lottery(Export export)
{
    private readonly HashSet<string> _drawn = [];

    public IReadOnlyList<ExportRow> Draw(string purpose, int count, LocalDate first, LocalDate last, Func<ExportRow, bool>? condition = null)
    {
        ExportRow[] drawn = [.. export.Of(ExportFile.Activities)
            .Where(r => r.On >= first && r.On <= last && !IsMadeForACase(r) && !_drawn.Contains(r.Id) && (condition is null || condition(r)))
            .OrderBy(r => Dice.Lot($"{purpose}/{r.Id}"))
            .Take(count)];
        _drawn.UnionWith(drawn.Select(r => r.Id));
        return drawn.Length == count ? drawn : throw new InvalidOperationException($"Only {drawn.Length} of {count} activities for {purpose}.");
    }

    private static bool IsMadeForACase(ExportRow row) => row.Id.Contains("-X-", StringComparison.Ordinal);
}
