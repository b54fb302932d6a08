namespace ActivityMgmt.Kpi.Tests;

/// <summary>An agent as statistics see one: how many appointments a working day, and which share goes on to each next step.</summary>
/// <param name="PerDay">Appointments a working day, scattered by chance (Poisson).</param>
/// <param name="Conversions">The share that becomes interviews, of those proposals, of those cases.</param>
/// <param name="Joined">The first day; facts begin there.</param>
internal sealed record FunnelProfile(double PerDay, double[] Conversions, LocalDate Joined)
{
    private static readonly LocalDate LongAgo = new(2024, 1, 1);

    // Joined within the quarter's last days of the past: nothing of their own to compare with, so the team's is taken.
    public static readonly FunnelProfile Newcomer = new(2.0, [0.55, 0.45, 0.30], new(2026, 6, 29));

    // A quarter with the company.
    public static readonly FunnelProfile New = new(2.0, [0.55, 0.45, 0.30], new(2026, 4, 1));

    public static readonly FunnelProfile Steady = new(3.0, [0.65, 0.50, 0.35], LongAgo);

    public static readonly FunnelProfile Top = new(5.0, [0.75, 0.60, 0.40], LongAgo);

    public static FunnelProfile Of(string name) => name switch { "newcomer" => Newcomer, "new" => New, "steady" => Steady, _ => Top };
}

/// <summary>Two quarters of history and one quarter of an agent and five team mates, drawn by chance: the same seed gives the same days on every machine.</summary>
/// <remarks>
/// Days are those of the Chinese work calendar, so weeks have 0 to 6 working days. A next step follows 1 to 3 working days later. A case brings a premium whose
/// logarithm is normal (median 9,000, a tenth above 17,000). From the first day of the quarter one step may be weak: the agent's, or that of a whole team that joined on the same day.
/// </remarks>
internal sealed class SimulatedFunnel : IReadings
{
    public static readonly IWorkCalendar Calendar = WorkCalendars.China;
    public static readonly AgentId Agent = new("E1");
    public static readonly DateInterval Usual = new(new(2026, 1, 1), new(2026, 6, 30));
    public static readonly DateInterval Quarter = new(new(2026, 7, 1), new(2026, 9, 30));
    public static readonly string[] Steps = ["appointments", "interviews", "proposals", "cases"];
    public static readonly MeasureId Premium = new("fyp");

    private const int Mates = 5;

    private static readonly LocalDate First = Usual.Start.PlusDays(-14);
    private static readonly LocalDate[] Days = [.. new DateInterval(First, Quarter.End).Where(Calendar.IsWorkingDay)];

    private readonly decimal[][] _own;
    private readonly decimal[][] _team;

    public SimulatedFunnel(int seed, FunnelProfile profile, int? weakStep = null, double factor = 1.0, bool isWholeTeam = false)
    {
        var random = new Random(seed);
        _own = Totals();
        _team = Totals();
        Draw(random, _own, profile, weakStep, factor);
        Draw(random, _team, profile with { PerDay = profile.PerDay * Mates, Joined = isWholeTeam ? profile.Joined : First }, isWholeTeam ? weakStep : null, factor);
        for (var measure = 0; measure < _own.Length; measure++)
        {
            for (var day = 1; day < _own[measure].Length; day++)
            {
                _own[measure][day] += _own[measure][day - 1];
                _team[measure][day] += _team[measure][day - 1];
            }
        }

        Facts = Books.GetOrAdd((profile.Joined, isWholeTeam), BookOf);
    }

    public FactBook Facts { get; }

    public Calendars Calendars { get; } = new(Calendar, FiscalCalendars.Gregorian);

    public IReadOnlyList<MeasureId> Funnel { get; } = [.. Steps.Select(s => new MeasureId(s))];

    public IReadOnlyList<MeasureDescription> Measures { get; } = [.. Steps.Select(s => Described(s, Unit.Count)), Described("fyp", Unit.Money("CNY"))];

    public Reading Read(MeasureId measure, Subject subject, DateInterval period)
    {
        var which = measure == Premium ? Steps.Length : Array.IndexOf(Steps, measure.Value);
        var (from, to) = (Index(period.Start) - 1, Index(period.End));
        decimal Between(decimal[] totals) => to < 0 ? 0m : totals[to] - (from < 0 ? 0m : totals[from]);
        var value = Between(_own[which]) + (subject.Kind == SubjectKind.Agent ? 0m : Between(_team[which]));
        return new Reading.Measured(Quantity.Of(value, which == Steps.Length ? Unit.Money("CNY") : Unit.Count), Evidence.None);
    }

    private static void Draw(Random random, decimal[][] totals, FunnelProfile profile, int? weakStep, double factor)
    {
        for (var day = 0; day < Days.Length; day++)
        {
            if (Days[day] < profile.Joined)
            {
                continue;
            }

            var isWeak = Days[day] >= Quarter.Start;
            var appointments = Poisson(random, profile.PerDay * (isWeak && weakStep == 0 ? factor : 1.0));
            for (var i = 0; i < appointments; i++)
            {
                Follow(random, totals, day, profile.Conversions, weakStep, factor);
            }
        }
    }

    private static void Follow(Random random, decimal[][] totals, int day, double[] conversions, int? weakStep, double factor)
    {
        for (var step = 0; ; step++)
        {
            totals[step][Offset(day)]++;
            if (step == conversions.Length)
            {
                totals[Steps.Length][Offset(day)] += Math.Round((decimal)(9_000.0 * Math.Exp(0.5 * Normal(random))), 0, MidpointRounding.AwayFromZero);
                return;
            }

            day += random.Next(1, 4);
            if (day >= Days.Length || random.NextDouble() >= conversions[step] * (weakStep == step + 1 && Days[day] >= Quarter.Start ? factor : 1.0))
            {
                return;
            }
        }
    }

    private static decimal[][] Totals() => [.. Enumerable.Range(0, Steps.Length + 1).Select(_ => new decimal[Index(Quarter.End) + 1])];

    private static int Offset(int workingDay) => Index(Days[workingDay]);

    private static int Index(LocalDate date) => Period.DaysBetween(First, date);

    private static int Poisson(Random random, double mean)
    {
        var (limit, count, product) = (Math.Exp(-mean), 0, random.NextDouble());
        while (product > limit)
        {
            (count, product) = (count + 1, product * random.NextDouble());
        }

        return count;
    }

    private static double Normal(Random random) => Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble())) * Math.Cos(2.0 * Math.PI * random.NextDouble());

    private static FactBook BookOf((LocalDate Joined, bool IsWholeTeam) of)
    {
        var (joined, mates) = (LocalDatePattern.Iso.Format(of.Joined), LocalDatePattern.Iso.Format(of.IsWholeTeam ? of.Joined : new(2024, 1, 1)));
        return FactBook.Of(
        [
            Tests.Facts.Agent(Agent.Value, joined),
            Tests.Facts.Assignment(Agent.Value, from: joined),
            .. Enumerable.Range(2, Mates).SelectMany(i => new Fact[] { Tests.Facts.Agent($"E{i}", mates), Tests.Facts.Assignment($"E{i}", from: mates) }),
        ]);
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(LocalDate, bool), FactBook> Books = new();

    private static MeasureDescription Described(string id, Unit unit) => new()
    {
        Id = new(id), Unit = unit, Direction = Direction.HigherIsBetter, IsAdditive = true, NameEn = id, NameZh = id,
    };
}
