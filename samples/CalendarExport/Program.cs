using System.Globalization;
using ActivityMgmt.Domain;
using CalendarExport;
using NodaTime;

// A week with two visits, agreed; then the customer asks for another time, and the calendar is written again.
var shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
Instant At(int day, int hour) => new LocalDateTime(2026, 7, day, hour, 0).InZoneStrictly(shanghai).ToInstant();

var week = WeekPlan.Draft(new AgentId("E1001"), new LocalDate(2026, 7, 20), shanghai.Id)
    .With(new() { Id = new("E1001-1"), Activity = "interview", StartsAt = At(21, 10), Minutes = 60, Purpose = "first-meeting", Customer = new("C1") })
    .With(new() { Id = new("E1001-2"), Activity = "proposal", StartsAt = At(22, 15), Minutes = 90, Purpose = "annuity", Customer = new("C2") })
    .Agree(new ActorId("manager"), new LocalDate(2026, 7, 19), Reason.Of("sample.agreed"), []);
var moved = week.Move(new AppointmentId("E1001-1"), At(23, 9));

var file = args is [var name, ..] ? name : "week.ics";
await File.WriteAllTextAsync(file, WeekCalendar.Write(moved, At(20, 8)));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{moved.Activities.Count} activities of {moved.Key} written to {file}."));
