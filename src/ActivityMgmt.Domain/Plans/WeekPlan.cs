using System.Globalization;
using NodaTime.Calendars;

namespace ActivityMgmt.Domain;

/// <summary>Where a planned week stands: draft → agreed → closed.</summary>
public enum WeekPlanState
{
    /// <summary>Being worked on; binds nobody.</summary>
    Draft,

    /// <summary>Accepted by a named person. Activities may still be moved and called off, since customers do that.</summary>
    Agreed,

    /// <summary>The week is over; nothing changes any more.</summary>
    Closed,
}

/// <summary>What an agent means to do in one week. Immutable: each change returns a new plan; a refused change throws <see cref="BrokenRuleException"/>.</summary>
public sealed record WeekPlan : IAggregate
{
    /// <inheritdoc/>
    public string Key => $"{Partition}/{Agent}";

    /// <summary>The week, such as <c>2026-W30</c>; see <see cref="PartitionOf"/>.</summary>
    public string Partition => PartitionOf(FirstDay);

    /// <summary>Whose week it is.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>Its first day: a Monday, or the weekday on which the company's weeks begin.</summary>
    public required LocalDate FirstDay { get; init; }

    /// <summary>The agent's time zone, an IANA id such as <c>Asia/Shanghai</c>, in which the days of the week are meant.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Where it stands.</summary>
    public required WeekPlanState State { get; init; }

    /// <summary>What is planned, in order of time, then id.</summary>
    public IReadOnlyList<PlannedActivity> Activities { get; init; } = [];

    /// <summary>What was planned and called off since, in the order of the calling off.</summary>
    public IReadOnlyList<CalledOffActivity> CalledOff { get; init; } = [];

    /// <summary>What the week needs besides time.</summary>
    public IReadOnlyList<PlanResource> Resources { get; init; } = [];

    /// <summary>What the week may spend.</summary>
    public IReadOnlyList<BudgetLine> Budget { get; init; } = [];

    /// <summary>Which segments it is meant for.</summary>
    public IReadOnlyList<TargetSegment> Segments { get; init; } = [];

    /// <summary>What it takes for granted of the market.</summary>
    public IReadOnlyList<MarketAssumption> Assumptions { get; init; } = [];

    /// <summary>Every decision about it, the first one first.</summary>
    public IReadOnlyList<WeekPlanDecision> Decisions { get; init; } = [];

    /// <summary>First to last day, both included: exactly seven days.</summary>
    public DateInterval Days => new(FirstDay, FirstDay.PlusDays(6));

    /// <summary>An empty draft for the week that a day lies in.</summary>
    /// <param name="agent">Whose week it is.</param>
    /// <param name="day">Any of its days.</param>
    /// <param name="timeZone">The agent's time zone, an IANA id.</param>
    /// <param name="fiscal">Says on which weekday the company's weeks begin (<see cref="FiscalCalendars.WithWeeksFrom"/>); <see langword="null"/>: on Monday.</param>
    /// <exception cref="NodaTime.TimeZones.DateTimeZoneNotFoundException">The time zone is not known.</exception>
    /// <exception cref="BrokenRuleException">The calendar doesn't cover the day.</exception>
    public static WeekPlan Draft(AgentId agent, LocalDate day, string timeZone, IFiscalCalendar? fiscal = null) => new()
    {
        Agent = agent,
        FirstDay = (fiscal ?? FiscalCalendars.Gregorian).PeriodContaining(PeriodKind.Week, day).Interval.Start,
        TimeZone = DateTimeZoneProviders.Tzdb[timeZone].Id,
        State = WeekPlanState.Draft,
    };

    /// <summary>The partition of the week that begins on a day, such as <c>2026-W30</c>: weeks from Monday are numbered by ISO 8601, others like them, so that a year's first week has at least four of its days.</summary>
    public static string PartitionOf(LocalDate firstDay)
    {
        var rule = WeekYearRules.ForMinDaysInFirstWeek(4, firstDay.DayOfWeek);
        return string.Create(CultureInfo.InvariantCulture, $"{rule.GetWeekYear(firstDay)}-W{rule.GetWeekOfWeekYear(firstDay):00}");
    }

    /// <summary>The local date of an activity in the plan's time zone.</summary>
    public LocalDate DateOf(PlannedActivity activity)
    {
        Guard.Against.Null(activity);
        return activity.StartsAt.InZone(DateTimeZoneProviders.Tzdb[TimeZone]).Date;
    }

    /// <summary>Adds an activity, or replaces the one with its id; one that was called off is planned again. Only for a draft.</summary>
    /// <exception cref="BrokenRuleException">The week is no draft, or the activity is on another day than one of its seven.</exception>
    public WeekPlan With(PlannedActivity activity)
    {
        Guard.Against.Null(activity);
        return Allows("rewrite") ? Placed(activity) : throw new BrokenRuleException(new OnlyADraftWeekIsRewrittenRule(this));
    }

    /// <summary>Moves an activity to another time of the same week. Possible until the week is closed.</summary>
    /// <param name="id">Which activity.</param>
    /// <param name="startsAt">When it begins from now on; the same time again changes nothing.</param>
    /// <exception cref="BrokenRuleException">The week is closed, has no such activity, or doesn't hold the new time.</exception>
    public WeekPlan Move(AppointmentId id, Instant startsAt)
    {
        var activity = Find(id, "move");
        return activity.StartsAt == startsAt ? this : Placed(activity with { StartsAt = startsAt, Moves = activity.Moves + 1 });
    }

    /// <summary>Calls an activity off: it is planned no longer, and stays known with who, when and why. Possible until the week is closed; one that is called off already stays as it is.</summary>
    /// <param name="id">Which activity.</param>
    /// <param name="by">Who calls it off.</param>
    /// <param name="on">The day.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="BrokenRuleException">The week is closed or has no such activity.</exception>
    public WeekPlan CallOff(AppointmentId id, ActorId by, LocalDate on, Reason reason)
    {
        Guard.Against.Null(reason);
        if (CalledOff.Any(c => c.Activity.Id == id))
        {
            return this;
        }

        var activity = Find(id, "call-off");
        return this with
        {
            Activities = [.. Activities.Where(a => a != activity)],
            CalledOff = [.. CalledOff, new(activity, by, on, reason) { WasAgreed = State == WeekPlanState.Agreed }],
        };
    }

    /// <summary>Accepts a draft in the name of a person.</summary>
    /// <param name="by">Who; not the system.</param>
    /// <param name="on">The day.</param>
    /// <param name="reason">Why.</param>
    /// <param name="findings">What <see cref="FeasibilityReview"/> found; one that blocks stops the agreement.</param>
    /// <exception cref="BrokenRuleException">The week is no draft, a finding blocks it, or nobody with a name decides.</exception>
    public WeekPlan Agree(ActorId by, LocalDate on, Reason reason, IReadOnlyList<Finding> findings)
    {
        Guard.Against.Null(findings);
        return findings.FirstOrDefault(f => f.Severity == Severity.Block) is { } blocking
            ? throw new BrokenRuleException(new AWeekWithABlockingFindingIsNotAgreedRule(this, blocking))
            : Decide("agree", new(WeekPlanState.Agreed, by, on, reason));
    }

    /// <summary>Ends an agreed week in the name of a person, after its last day.</summary>
    /// <exception cref="BrokenRuleException">The week is not agreed or not over, or nobody with a name decides.</exception>
    public WeekPlan Close(ActorId by, LocalDate on, Reason reason) => on <= Days.End && Allows("close")
        ? throw new BrokenRuleException(new AWeekClosesAfterItsLastDayRule(this, on))
        : Decide("close", new(WeekPlanState.Closed, by, on, reason));

    private WeekPlan Decide(string step, WeekPlanDecision decision)
    {
        if (!Allows(step))
        {
            throw new BrokenRuleException(new AWeekMovesOneStepAtATimeRule(this, decision.State));
        }

        return decision.By == CallContext.SystemActor
            ? throw new BrokenRuleException(new ANamedPersonDecidesAboutAWeekRule(this))
            : this with { State = decision.State, Decisions = [.. Decisions, decision] };
    }

    private bool Allows(string step) => LifeCycles.WeekPlan.Find(State, step) is not null;

    private WeekPlan Placed(PlannedActivity activity) => Days.Contains(DateOf(activity))
        ? this with
        {
            Activities = [.. Activities.Where(a => a.Id != activity.Id).Append(activity).OrderBy(a => a.StartsAt).ThenBy(a => a.Id.Value, StringComparer.Ordinal)],
            CalledOff = [.. CalledOff.Where(c => c.Activity.Id != activity.Id)],
        }
        : throw new BrokenRuleException(new AWeekHoldsOnlyItsOwnDaysRule(this, DateOf(activity)));

    private PlannedActivity Find(AppointmentId id, string step) => Allows(step)
        ? Activities.FirstOrDefault(a => a.Id == id) ?? throw new BrokenRuleException(new OnlyAPlannedActivityIsMovedRule(this, id))
        : throw new BrokenRuleException(new AClosedWeekDoesNotChangeRule(this));
}
