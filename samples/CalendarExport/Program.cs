using System.Globalization;
using ActivityMgmt.Domain;
using CalendarExport;
using NodaTime;

// A week with two visits, agreed; then one customer asks for another time and the other calls off, and the calendar is written again.
var shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
Instant At(int day, int hour) => new LocalDateTime(2026, 7, day, hour, 0).InZoneStrictly(shanghai).ToInstant();

var week = WeekPlan.Draft(new AgentId("E1001"), new LocalDate(2026, 7, 20), shanghai.Id)
    .With(new() { Id = new("E1001-1"), Activity = "interview", StartsAt = At(21, 10), Minutes = 60, Purpose = "first-meeting", Customer = new("C1") })
    .With(new() { Id = new("E1001-2"), Activity = "proposal", StartsAt = At(22, 15), Minutes = 90, Purpose = "annuity", Customer = new("C2") })
    .Agree(new ActorId("manager"), new LocalDate(2026, 7, 19), Reason.Of("sample.agreed"), []);
var changed = week
    .Move(new AppointmentId("E1001-1"), At(23, 9))
    .CallOff(new AppointmentId("E1001-2"), new ActorId("E1001"), new LocalDate(2026, 7, 20), Reason.Of("sample.customer-is-ill"));

var file = args is [var name, ..] ? name : "week.ics";
await File.WriteAllTextAsync(file, WeekCalendar.Write(changed, At(20, 8)));
if (WeekCalendar.WriteCancellations(changed, At(20, 8)) is { } cancellations)
{
    await File.WriteAllTextAsync(Path.ChangeExtension(file, ".cancelled.ics"), cancellations);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changed.Activities.Count} activities of {changed.Key} written to {file}, {changed.CalledOff.Count} called off."));
