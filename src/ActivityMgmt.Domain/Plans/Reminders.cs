using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>Finds what is due by a day, included. Each method gives its reminders by due date, then id.</summary>
public static class Reminders
{
    /// <summary>Cadence steps that are due.</summary>
    /// <param name="enrolments">Who is led through which cadence; those whose cadence isn't in <paramref name="cadences"/> are left out.</param>
    /// <param name="cadences">The cadences.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="calendar">For delays in working days.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<Reminder> OfCadences(
        IEnumerable<CadenceEnrolment> enrolments, IEnumerable<Cadence> cadences, FactBook facts, IWorkCalendar calendar, LocalDate today)
    {
        var byId = Guard.Against.Null(cadences).ToDictionary(c => c.Id);
        var work = WorkItems.Of(Guard.Against.Null(facts)).Where(w => w.Customer is not null).ToLookup(w => w.Customer!.Value);
        return InOrder(
            from enrolment in Guard.Against.Null(enrolments)
            where byId.ContainsKey(enrolment.Cadence)
            let cadence = byId[enrolment.Cadence]
            let due = CadenceProgress.Of(cadence, enrolment, facts, calendar, work[enrolment.Customer]) as CadenceProgress.Due
            where due is not null && due.On <= today
            select new Reminder
            {
                Id = $"cadence:{enrolment.Cadence}:{enrolment.Customer}:{due.Step}:{LocalDatePattern.Iso.Format(due.On)}",
                For = enrolment.Agent,
                DueOn = due.On,
                Customer = enrolment.Customer,
                Reason = Reason.Of(
                    "reminder.cadence-step",
                    ("customer", enrolment.Customer.Value),
                    ("cadence", cadence.Id),
                    ("step", due.Step + 1),
                    ("activity", ReasonValue.Term($"activity.{cadence.Steps[due.Step].Activity}")),
                    ("due", due.On)),
            });
    }

    /// <summary>Customers whose next-touch date has come, unless their agent has been in touch on or after it, or they refused contact (<see cref="ContactRefusal.InForce"/> decides).</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="today">The day.</param>
    /// <param name="refusalMonths">For how many months a clear refusal counts when the customer named no end; <see langword="null"/>: until the customer opts in again.</param>
    public static IReadOnlyList<Reminder> OfNextTouches(FactBook facts, LocalDate today, int? refusalMonths)
    {
        Guard.Against.Null(facts);
        var touched = facts.Activities.Where(a => a.Customer is not null && a.Outcome is not ("missed" or "cancelled")).ToLookup(a => a.Customer!.Value);
        return InOrder(
            from known in facts.Customers.Select(c => c.Customer).Distinct()
            let customer = facts.Customer(known)!
            where customer is { Owner: not null, NextTouchOn: not null }
            let due = customer.NextTouchOn!.Value
            where due <= today && ContactRefusal.InForce(facts, known, today, refusalMonths) is null && !touched[known].Any(t => t.Date >= due)
            select new Reminder
            {
                Id = $"next-touch:{known}:{LocalDatePattern.Iso.Format(due)}",
                For = customer.Owner!.Value,
                DueOn = due,
                Customer = known,
                Reason = Reason.Of("reminder.next-touch", ("customer", known.Value), ("due", due)),
            });
    }

    /// <summary>Planned work whose day has passed and of which nothing is known: done, missed or called off?</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="zone">The time zone in which planned times are dates, for agents whose own (<see cref="AgentFact.TimeZone"/>) isn't known.</param>
    /// <param name="today">The day; work planned for it is not late yet.</param>
    public static IReadOnlyList<Reminder> OfOpenWork(FactBook facts, DateTimeZone zone, LocalDate today)
    {
        Guard.Against.Null(zone);
        return InOrder(
            from work in WorkItems.Of(facts)
            where work is { IsOpen: true, PlannedFor: not null }
            let date = work.PlannedFor!.Value.InZone(ZoneOf(facts, work.Agent, today) ?? zone).Date
            where date < today
            select new Reminder
            {
                Id = $"work:{work.Id}:{LocalDatePattern.Iso.Format(date)}",
                For = work.Agent,
                DueOn = date.PlusDays(1),
                Customer = work.Customer,
                Reason = Reason.Of("reminder.work-open", ("work", work.Id), ("activity", ReasonValue.Term($"activity.{work.Activity}")), ("date", date)),
            });
    }

    /// <summary>Manual goals that have had no entry for a while, until the goal closes.</summary>
    /// <remarks>Reminds the goal's owner; without one, its agent, or the leader of its team on the day. A goal of whom none of them is known reminds nobody.</remarks>
    /// <param name="goals">The goals; those whose values are measured, and those that haven't begun or don't run any more, are left out.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="today">The day; a goal whose period hasn't begun asks for nothing.</param>
    /// <param name="days">After how many days without entry it asks for one, counted from the last entry, else from the day before the period; at least 1. The last entry is due on the period's last day.</param>
    public static IReadOnlyList<Reminder> OfMissingEntries(IEnumerable<Goal> goals, FactBook facts, LocalDate today, int days)
    {
        Guard.Against.Null(facts);
        Guard.Against.NegativeOrZero(days);
        return InOrder(
            from goal in Guard.Against.Null(goals)
            let due = GoalReadings.EntryDueOn(goal, facts, today, days)
            let owner = due is null ? null : OwnerOf(goal, facts.Organisation, today)
            where owner is not null
            select new Reminder
            {
                Id = $"entry:{goal.Id}:{LocalDatePattern.Iso.Format(due.Value)}",
                For = owner.Value,
                DueOn = due.Value,
                Reason = Reason.Of("reminder.entry-missing", ("goal", goal.Id.Value), ("measure", goal.Measure), ("due", due.Value)),
            });
    }

    /// <summary>Decisions at checkpoints that are due and not carried out: first their owners, then, the longer it takes, those above them.</summary>
    /// <remarks>An owner is the agent of the same id; one who is no agent is reminded, and nobody above is known.</remarks>
    /// <param name="decisions">The checkpoints; those without an open decision are left out.</param>
    /// <param name="organisation">Who is above whom on the day.</param>
    /// <param name="today">The day.</param>
    /// <param name="escalateAfterDays">After how many days past the due date the owner's supervisor is told, and after as many more each next one above; at least 1. <see langword="null"/>: only the owner.</param>
    public static IReadOnlyList<Reminder> OfDecisions(IEnumerable<CheckpointRecord> decisions, Organisation organisation, LocalDate today, int? escalateAfterDays)
    {
        Guard.Against.Null(organisation);
        if (escalateAfterDays is { } days)
        {
            Guard.Against.NegativeOrZero(days, nameof(escalateAfterDays));
        }

        return InOrder(Guard.Against.Null(decisions).SelectMany(d => d is { HasOpenDecision: true, Owner: { } owner, DueOn: { } due } && due <= today
            ? OfDecision(d, owner, due, Upwards(new(owner.Value), organisation, today), today, escalateAfterDays)
            : []));
    }

    private static IEnumerable<Reminder> OfDecision(
        CheckpointRecord decision, ActorId owner, LocalDate due, IEnumerable<AgentId> upwards, LocalDate today, int? escalateAfterDays)
    {
        var late = Period.DaysBetween(due, today);
        return upwards.Take(1 + (late / escalateAfterDays ?? 0)).Select((agent, level) => new Reminder
        {
            Id = $"decision:{decision.Key}:{LocalDatePattern.Iso.Format(due)}{(level == 0 ? "" : $":{level}")}",
            For = agent,
            DueOn = due,
            Reason = level == 0
                ? Reason.Of("reminder.decision-due", ("checkpoint", decision.Key), ("measure", decision.Measure), ("due", due))
                : Reason.Of(
                    "reminder.decision-overdue", ("checkpoint", decision.Key), ("measure", decision.Measure), ("owner", owner.Value), ("due", due), ("days", late)),
        });
    }

    // Somebody and those above them; an organisation with a cycle ends where it would begin again.
    private static IEnumerable<AgentId> Upwards(AgentId agent, Organisation organisation, LocalDate today)
    {
        var told = new HashSet<AgentId>();
        for (AgentId? next = agent; next is { } one && told.Add(one); next = organisation.SupervisorOf(one, today))
        {
            yield return one;
        }
    }

    private static AgentId? OwnerOf(Goal goal, Organisation organisation, LocalDate today) => goal switch
    {
        { Owner: { } owner } => new(owner.Value),
        { Subject.Kind: SubjectKind.Agent } => goal.Subject.Agent,
        { Subject.Kind: SubjectKind.Team } => organisation.LeaderOf(new(goal.Subject.Id), today),
        _ => null,
    };

    private static DateTimeZone? ZoneOf(FactBook facts, AgentId agent, LocalDate today) =>
        facts.Organisation.LatestContractOf(agent, today)?.TimeZone is { } name ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) : null;

    private static IReadOnlyList<Reminder> InOrder(IEnumerable<Reminder> reminders) => [.. reminders.OrderBy(r => r.DueOn).ThenBy(r => r.Id, StringComparer.Ordinal)];
}
