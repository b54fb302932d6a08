namespace BranchQuarter;

/// <summary>The clock of the replay: stands at noon of the day that is being replayed, so that a second run tells the same times as the first.</summary>
internal sealed class ReplayClock(DateTimeZone zone, LocalDate start) : TimeProvider
{
    public LocalDate Today { get; private set; } = start;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.CreateCustomTimeZone(zone.Id, Noon.Offset.ToTimeSpan(), zone.Id, zone.Id);

    public override DateTimeOffset GetUtcNow() => Noon.ToInstant().ToDateTimeOffset();

    public void TurnTo(LocalDate date) => Today = date;

    private ZonedDateTime Noon => Today.At(new LocalTime(12, 0)).InZoneLeniently(zone);
}
