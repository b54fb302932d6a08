namespace BranchQuarter;

/// <summary>The clock of the replay: stands at noon of the day that is being replayed.</summary>
internal sealed class ReplayClock(DateTimeZone zone, LocalDate start) : IClock
{
    private LocalDate _today = start;

    public Instant GetCurrentInstant() => _today.At(new LocalTime(12, 0)).InZoneLeniently(zone).ToInstant();

    public void TurnTo(LocalDate date) => _today = date;

    public LocalDate Today => GetCurrentInstant().InZone(zone).Date;
}
