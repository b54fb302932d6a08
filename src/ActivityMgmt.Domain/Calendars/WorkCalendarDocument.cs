namespace ActivityMgmt.Domain;

/// <summary>Which days are worked, as a document (kind <see cref="DocumentKinds.WorkCalendar"/>); <see cref="WorkCalendars.Of"/> makes the calendar.</summary>
public sealed record WorkCalendarDocument
{
    private static readonly LocalDate NoDate = new(1, 1, 1);
    private static readonly string[] DayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The days that it knows about, both ends included: whole civil years.</summary>
    public required DateInterval Covers { get; init; }

    /// <summary>The weekdays without work. <value>Default: Saturday and Sunday.</value></summary>
    public required Weekdays Weekend { get; init; }

    /// <summary>Public holidays, in the order of the document.</summary>
    public required IReadOnlyList<Holiday> Holidays { get; init; }

    /// <summary>Days of the weekend that are worked (调休上班日), in the order of the document.</summary>
    public required IReadOnlyList<LocalDate> MakeUpDays { get; init; }

    /// <summary>Reads a published work calendar.</summary>
    /// <exception cref="DocumentException">The document is not valid; every mistake with its line and column.</exception>
    public static WorkCalendarDocument Read(PublishedDocument document)
    {
        Guard.Against.Null(document);
        var root = DocumentNode.Parse(document.Text, document.FileName);
        root.AllowOnly("id", "version", "effective", "years", "weekend", "holidays", "makeUpDays");
        var covers = CoversOf(root["years"]);
        var weekend = WeekendOf(root["weekend"]);
        var holidays = root["holidays"].Items.Select(node => (Node: node["days"], Holiday: Holiday.Read(node))).ToArray();
        var makeUpDays = root["makeUpDays"].Items.Select(node => (Node: node, Date: node.Date())).ToArray();

        // What was no date was reported as such; its stand-in isn't looked at.
        var knownHolidays = holidays.Where(h => h.Holiday.Days.Start != NoDate).ToArray();
        for (var i = 0; i < knownHolidays.Length; i++)
        {
            Check(knownHolidays[i].Node, knownHolidays[i].Holiday, covers, knownHolidays.Take(i).Select(h => h.Holiday));
        }

        var known = makeUpDays.Where(m => m.Date != NoDate).ToArray();
        for (var i = 0; i < known.Length; i++)
        {
            Check(known[i].Node, known[i].Date, covers, weekend, [.. knownHolidays.Select(h => h.Holiday)], known.Take(i).Select(m => m.Date));
        }

        root.ThrowIfProblems();
        return new() { Covers = covers, Weekend = weekend, Holidays = [.. holidays.Select(h => h.Holiday)], MakeUpDays = [.. makeUpDays.Select(m => m.Date)] };
    }

    private static void Check(DocumentNode node, Holiday holiday, DateInterval covers, IEnumerable<Holiday> earlier)
    {
        CheckCovered(node, holiday.Days, covers);
        if (earlier.FirstOrDefault(h => h.Days.Intersection(holiday.Days) is not null) is { } other)
        {
            node.Report(Reason.Of(
                "work-calendar.holiday-twice",
                ("days", ReasonValue.Period(holiday.Days.Intersection(other.Days)!)),
                ("other", other.Name ?? ReasonValue.Period(other.Days))));
        }
    }

    private static void Check(
        DocumentNode node, LocalDate makeUpDay, DateInterval covers, Weekdays weekend, IReadOnlyList<Holiday> holidays, IEnumerable<LocalDate> earlier)
    {
        CheckCovered(node, new(makeUpDay, makeUpDay), covers);
        if (holidays.FirstOrDefault(h => h.Days.Contains(makeUpDay)) is { } holiday)
        {
            node.Report(Reason.Of("work-calendar.make-up-day-is-holiday", ("date", makeUpDay), ("days", ReasonValue.Period(holiday.Days))));
        }
        else if (!weekend.Contains(makeUpDay.DayOfWeek))
        {
            node.Report(Reason.Of("work-calendar.make-up-day-is-worked", ("date", makeUpDay)));
        }

        if (earlier.Contains(makeUpDay))
        {
            node.Report(Reason.Of("work-calendar.make-up-day-twice", ("date", makeUpDay)));
        }
    }

    private static void CheckCovered(DocumentNode node, DateInterval days, DateInterval covers)
    {
        if (!covers.Contains(days))
        {
            node.Report(Reason.Of("work-calendar.not-covered", ("days", ReasonValue.Period(days)), ("first", covers.Start), ("last", covers.End)));
        }
    }

    private static DateInterval CoversOf(DocumentNode node)
    {
        var years = node.Items.Select(y => (Node: y, Year: y.Whole())).ToArray();
        if (years.Length == 0)
        {
            node.Report(Reason.Of("work-calendar.no-years"));
            return new(new(1, 1, 1), new(9999, 12, 31));
        }

        for (var i = 0; i < years.Length; i++)
        {
            if (years[i].Year is < 1 or > 9999 || (i > 0 && years[i].Year != years[i - 1].Year + 1))
            {
                years[i].Node.Report(Reason.Of("work-calendar.years-in-a-row", ("value", years[i].Year)));
                return new(new(1, 1, 1), new(9999, 12, 31));
            }
        }

        return new(new(years[0].Year, 1, 1), new(years[^1].Year, 12, 31));
    }

    private static Weekdays WeekendOf(DocumentNode node)
    {
        if (node.IsNothing)
        {
            return Weekdays.Weekend;
        }

        var days = Weekdays.None;
        foreach (var day in node.Items)
        {
            days |= (Weekdays)(1 << Array.IndexOf(DayNames, day.OneOf(DayNames)));
        }

        return days;
    }
}
