using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>A line that no reader can turn into a row; it stands at the end of its file.</summary>
internal sealed record BrokenLine(ExportFile File, LocalDate Batch, string Line);
