using System.Globalization;

namespace BranchQuarter;

/// <summary>What the host has to know of a branch besides its documents: which quarter, which days, which calendar.</summary>
internal sealed record Profile
{
    public required string Folder { get; init; }

    public required string NameEn { get; init; }

    public required string NameZh { get; init; }

    public required Quarter Quarter { get; init; }

    /// <summary>First to last day of the quarter; the sample's branches keep civil quarters, the default of <c>UseFiscalCalendar</c>.</summary>
    public DateInterval Days => FiscalCalendars.Gregorian.IntervalOf(Quarter);

    public required LocalDate OpenedOn { get; init; }

    public required LocalDate ClosedOn { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required IWorkCalendar Calendar { get; init; }

    /// <summary>Whether facts are known from their delivery on, as in a running system, or all from the start, as in a backfill of history.</summary>
    public required bool IsBackfill { get; init; }

    public required ActorId Manager { get; init; }

    public static Profile Read(string folder)
    {
        var file = Path.Combine(folder, "profile.json");
        var root = DocumentNode.Parse(Files.Read(file), file);
        root.AllowOnly("name", "quarter", "openedOn", "closedOn", "timeZone", "workCalendar", "knownFrom", "manager");
        root["name"].AllowOnly("en", "zh");
        var zoneId = root["timeZone"].Text();
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId);
        if (zone is null)
        {
            root["timeZone"].Unknown("document.unknown-value", zoneId, DateTimeZoneProviders.Tzdb.Ids);
        }

        var profile = new Profile
        {
            Folder = folder,
            NameEn = root["name"]["en"].Text(),
            NameZh = root["name"]["zh"].Text(),
            Quarter = QuarterOf(root["quarter"]),
            OpenedOn = root["openedOn"].Date(),
            ClosedOn = root["closedOn"].Date(),
            Zone = zone ?? DateTimeZone.Utc,
            Calendar = root["workCalendar"].OneOf("china", "monday-to-friday") == "china" ? WorkCalendars.China : WorkCalendars.MondayToFriday,
            IsBackfill = root["knownFrom"].OneOf("deliveries", "backfill") == "backfill",
            Manager = new(root["manager"].Name()),
        };
        if (profile.ClosedOn <= profile.Days.End)
        {
            root["closedOn"].Report(Reason.Of("bq.closed-too-early", ("closed", profile.ClosedOn), ("end", profile.Days.End)));
        }

        root.ThrowIfProblems();
        return profile;
    }

    public string Name(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? NameZh : NameEn;

    private static Quarter QuarterOf(DocumentNode node)
    {
        try
        {
            return Quarter.Parse(node.Text());
        }
        catch (FormatException)
        {
            node.Report(Reason.Of("target.not-a-quarter", ("value", node.Text())));
            return new(1, 1);
        }
    }
}
