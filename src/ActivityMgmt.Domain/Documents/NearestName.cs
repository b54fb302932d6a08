namespace ActivityMgmt.Domain;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
    private const int MostListed = 20;

    /// <summary>The known name with the fewest edits from what was written, ties to the first; <see langword="null"/> when none is closer than half its length.</summary>
    public static string? To(string written, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(known);
        string? best = null;
        var fewest = int.MaxValue;
        foreach (var name in known)
        {
            var edits = Edits(written, name);
            if (edits < fewest && edits <= Math.Max(1, name.Length / 2))
            {
                (best, fewest) = (name, edits);
            }
        }

        return best;
    }

    /// <summary>Why a name is refused: <c>value</c> (the name), <c>nearest</c> where a known name is near (see <see cref="To"/>), and <c>known</c> (the known ones, sorted, up to twenty of them) where there are any.</summary>
    /// <param name="code">The reason's code; in its wording, what belongs to a value that may be missing stands between <c>[[</c> and <c>]]</c>.</param>
    /// <param name="value">The name that was found.</param>
    /// <param name="known">The names that would have been right.</param>
    public static Reason ReasonFor(string code, string value, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        string[] inOrder = [.. known];
        string[] names = [.. inOrder.Order(StringComparer.Ordinal)];
        var values = new List<(string, ReasonValue)> { ("value", value) };
        if (To(value, inOrder) is { } nearest)
        {
            values.Add(("nearest", nearest));
        }

        if (names.Length > 0)
        {
            values.Add(("known", string.Join(", ", names.Take(MostListed)) + (names.Length > MostListed ? ", …" : "")));
        }

        return Reason.Of(code, [.. values]);
    }

    // Levenshtein distance, one row at a time, case ignored.
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + (same ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[b.Length];
    }
}
