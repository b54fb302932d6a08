namespace ActivityMgmt.Import;

/// <summary>A row, or a whole file, that was not imported, and why.</summary>
public sealed record RejectedRow
{
    /// <summary>File, line on which the row begins, and column; the column is <see langword="null"/> when the whole row or file is meant, and joined by <c>+</c> when a value is made of several.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>What is wrong, what was expected, and what to do about it. Holds ids and codes, never a person's name.</summary>
    public required Reason Reason { get; init; }

    /// <summary>Whether the mapping lets the import go on without the row.</summary>
    public required bool IsTolerated { get; init; }

    /// <summary>The row as it stands in the file, at most 10,000 characters; <see langword="null"/> when no row is meant. Personal data: for the owner of the file, never for a log.</summary>
    public string? RawText { get; init; }

    /// <summary>One of <see cref="RejectCodes"/>.</summary>
    public string Code => RejectCodes.Of(Reason);

    /// <summary>Place and reason, culture-invariant, without the row's text.</summary>
    public override string ToString() => $"{Place.File}({Place.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)}) {Place.Column}: {Reason}";
}
