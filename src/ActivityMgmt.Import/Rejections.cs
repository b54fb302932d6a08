namespace ActivityMgmt.Import;

/// <summary>The reasons for rejecting a row: code, values and nothing else. The wording is in <c>Texts</c>.</summary>
internal static class Rejections
{
    private const int MostShown = 60;

    public static Reason MissingFile(string file) => Reason.Of("import.missing-file", ("file", file));

    public static Reason MissingFolder(string folder) => Reason.Of("import.missing-file.folder", ("folder", folder));

    public static Reason NoDeliveries(string folder) => Reason.Of("import.missing-file.no-deliveries", ("folder", folder));

    public static Reason MissingColumn(string column, IReadOnlyList<string> found, IEnumerable<string> unused) => NearestName.To(column, unused) is { } nearest
        ? Reason.Of("import.missing-column", ("column", column), ("nearest", nearest))
        : Reason.Of("import.missing-column.none-near", ("column", column), ("found", Shown(string.Join(", ", found))));

    public static Reason ColumnTwice(string column) => Reason.Of("import.missing-column.twice", ("column", column));

    public static Reason NoHeader() => Reason.Of("import.missing-column.no-header");

    public static Reason WrongFolderName(string folder) => Reason.Of("import.wrong-date.folder", ("folder", folder), ("example", "2026-07-31"));

    public static Reason Empty(string column) => Reason.Of("import.empty-required-value", ("column", column));

    public static Reason NobodyInRole(string column, string role, string expected) =>
        Reason.Of(expected == "agent" ? "import.empty-required-value.agent-in-role" : "import.empty-required-value.customer-in-role", ("column", column), ("role", role));

    public static Reason TwoInRole(string column, string role, string expected) =>
        Reason.Of(expected == "agent" ? "import.contradictory-values.agent-in-role" : "import.contradictory-values.customer-in-role", ("column", column), ("role", role));

    public static Reason WrongDate(string text, string column, DateFormats formats) => Reason.Of(
        "import.wrong-date", ("value", Shown(text)), ("column", column), ("expected", formats.Expected), ("example", formats.Example));

    public static Reason UnclearTime(string text, string column, DateTimeZone zone, bool isSkipped) => Reason.Of(
        isSkipped ? "import.wrong-date.skipped" : "import.wrong-date.ambiguous", ("value", Shown(text)), ("column", column), ("zone", zone.Id));

    public static Reason WrongNumber(string text, string column, string example) =>
        Reason.Of("import.wrong-number", ("value", Shown(text)), ("column", column), ("example", example));

    public static Reason WrongWholeNumber(string text, string column) =>
        Reason.Of("import.wrong-number.whole", ("value", Shown(text)), ("column", column));

    /// <summary>The lower or the upper bound is named alone where the other is only the largest number there is.</summary>
    public static Reason OutOfRange(string text, string column, decimal number, long from, long to)
    {
        var code = to < int.MaxValue ? "import.wrong-number.range" : number < from ? "import.wrong-number.too-small" : "import.wrong-number.too-large";
        return Reason.Of(code, ("value", Shown(text)), ("column", column), ("from", (decimal)from), ("to", (decimal)to));
    }

    public static Reason NoShare(string text, string column) =>
        Reason.Of("import.wrong-number.share", ("value", Shown(text)), ("column", column));

    public static Reason NegativeAmount(string text, string column) =>
        Reason.Of("import.negative-amount", ("value", Shown(text)), ("column", column));

    public static Reason UnknownCode(string text, string column, IEnumerable<string> known) =>
        Reason.Of("import.unknown-code", ("value", Shown(text)), ("column", column), ("known", string.Join(", ", known.Take(20))));

    public static Reason UnknownKey(string column, string key, string file) =>
        Reason.Of("import.unknown-key", ("column", column), ("key", key), ("file", file));

    public static Reason UnknownReference(FactKind kind, string id, string column, IReadOnlyList<string> files)
    {
        var code = kind switch
        {
            FactKind.Agent => "import.unknown-agent",
            FactKind.Customer => "import.unknown-customer",
            _ => "import.unknown-policy",
        };
        return files.Count > 0
            ? Reason.Of(code, ("value", Shown(id)), ("column", column), ("file", string.Join(", ", files)))
            : Reason.Of(code + ".stored", ("value", Shown(id)), ("column", column));
    }

    public static Reason RejectedReference(string id, string column, SourcePlace place) =>
        Reason.Of("import.rejected-reference", ("value", Shown(id)), ("column", column), ("file", place.File), ("line", ReasonValue.FromString(place.Line.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    public static Reason WrongFieldCount(int found, int expected) => Reason.Of(
        found < expected ? "import.broken-row.too-few" : "import.broken-row.too-many", ("found", found), ("expected", expected));

    public static Reason BrokenQuotes() => Reason.Of("import.broken-row.quotes");

    public static Reason NotText(string encoding) => Reason.Of("import.broken-row.encoding", ("encoding", encoding));

    public static Reason TooLong(int limit) => Reason.Of("import.broken-row.too-long", ("limit", limit));

    private static string Shown(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";
}
