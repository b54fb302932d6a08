namespace ActivityMgmt.Import;

internal static class AttendanceShape
{
    private static readonly CodeType Statuses = new(
        ("attended", AttendanceStatus.Attended),
        ("excused", AttendanceStatus.Excused),
        ("absent", AttendanceStatus.Absent));

    public static FactShape Shape { get; } = new()
    {
        Name = "attendance",
        Kind = FactKind.Attendance,
        Fields =
        [
            FactField.Agent(),
            FactField.Text("meeting"),
            new("status", Statuses),
            FactField.Text("because").Optional(),
            FactField.Date("date"),
        ],
        Make = (row, origin) => new AttendanceFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Agent = row.Agent(),
            Meeting = row.Text("meeting"),
            Status = row.Code<AttendanceStatus>("status"),
            Because = row.TextOrNone("because"),
        },
    };
}
