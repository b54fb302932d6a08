namespace ActivityMgmt.Import;

/// <summary>What became of one file's rows.</summary>
/// <param name="File">The file, relative to the folder that was read.</param>
/// <param name="RowsRead">Rows after the header, blank lines not counted.</param>
/// <param name="Facts">Facts made from them; one row can give several.</param>
/// <param name="RowsRejected">Rows with at least one problem.</param>
/// <param name="RowsSkipped">Rows that no <c>where</c> of the mapping takes.</param>
public sealed record FileTotals(string File, int RowsRead, int Facts, int RowsRejected, int RowsSkipped);

/// <summary>An optional file that was not there.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Kinds">The sorts of fact that it would have given.</param>
public sealed record AbsentFile(string File, IReadOnlyList<FactKind> Kinds);

/// <summary>How far the reading is.</summary>
/// <param name="File">The file that is read next, relative to the folder.</param>
/// <param name="FilesDone">Files read so far.</param>
/// <param name="FilesTotal">Files to read altogether.</param>
public sealed record ImportProgress(string File, int FilesDone, int FilesTotal);
