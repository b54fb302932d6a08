using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class AttendanceTests
{
    private static readonly DateInterval July = Days("2026-07-01", "2026-07-31");

    [Theory]
    [InlineData(ExcusedAbsence.LeftOut, 2, 3)]
    [InlineData(ExcusedAbsence.CountsAsMissed, 2, 4)]
    public void Attended_by_required_with_excused_apart(ExcusedAbsence policy, int attended, int required)
    {
        var attendance = Attendance.Of(
            Book(
                At("2026-07-01", AttendanceStatus.Attended), At("2026-07-31", AttendanceStatus.Attended), At("2026-07-02", AttendanceStatus.Absent) with { Because = "traffic" },
                At("2026-07-03", AttendanceStatus.Excused) with { Because = "customer-visit" },
                At("2026-06-30", AttendanceStatus.Attended), At("2026-08-01", AttendanceStatus.Attended)),
            Id("A1"),
            July,
            excused: policy);

        Assert.Equal((2, 1, 1), (attendance.Attended, attendance.Excused, attendance.Absent));
        Assert.Equal([("customer-visit", 1), ("traffic", 1)], attendance.Because.Select(b => (b.Key, b.Value)));
        var rate = Assert.IsType<Reading.Measured>(attendance.Rate);
        Assert.Equal(Quantity.Ratio(attended, required), rate.Value);
        Assert.Equal(4, rate.Evidence.Facts.Count);
    }

    [Fact]
    public void Who_had_to_attend_nothing_has_no_rate()
    {
        Assert.IsType<Reading.NoData>(Attendance.Of(Book(), Id("A1"), July).Rate);
        Assert.IsType<Reading.NoData>(Attendance.Of(Book(At("2026-07-03", AttendanceStatus.Excused)), Id("A1"), July).Rate);
    }

    [Fact]
    public void The_last_word_on_a_meeting_counts_and_kinds_are_told_apart()
    {
        var book = Book(
            At("2026-07-01", AttendanceStatus.Absent, "row-1"), At("2026-07-01", AttendanceStatus.Attended, "row-2"), At("2026-07-01", AttendanceStatus.Absent) with { Meeting = "evening" });

        Assert.Equal((1, 0), (Attendance.Of(book, Id("A1"), July, "morning").Attended, Attendance.Of(book, Id("A1"), July, "morning").Absent));
        Assert.Equal((1, 1), (Attendance.Of(book, Id("A1"), July).Attended, Attendance.Of(book, Id("A1"), July).Absent));
    }

    private static AttendanceFact At(string on, AttendanceStatus status, string? id = null) => new()
    {
        Origin = new("crm", id ?? $"{on}-{status}"), Date = Day(on), Agent = Id("A1"), Meeting = "morning", Status = status,
    };
}
