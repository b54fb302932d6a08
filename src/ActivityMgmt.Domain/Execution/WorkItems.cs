namespace ActivityMgmt.Domain;

/// <summary>Folds facts into pieces of work.</summary>
public static class WorkItems
{
    /// <summary>All work of a book, planned and unplanned, sorted by id.</summary>
    public static IReadOnlyList<WorkItem> Of(FactBook facts)
    {
        Guard.Against.Null(facts);
        var planned = facts.Appointments.Select(a => (a.Appointment, Fact: (Fact)a))
            .Concat(facts.Activities.Where(a => a.Appointment is not null).Select(a => (a.Appointment!.Value, Fact: (Fact)a)))
            .GroupBy(f => f.Item1, f => f.Fact)
            .Select(g => Fold(g.Key.Value, g.Key, g));
        var unplanned = facts.Activities.Where(a => a.Appointment is null).Select(a => Fold(a.Key.ToString(), null, [a]));
        return [.. planned.Concat(unplanned).OrderBy(w => w.Id, StringComparer.Ordinal)];
    }

    /// <summary>One planned activity; <see langword="null"/> when the book doesn't mention it.</summary>
    public static WorkItem? Of(FactBook facts, AppointmentId appointment)
    {
        Guard.Against.Null(facts);
        Fact[] about = [.. facts.Appointments.Where(a => a.Appointment == appointment), .. facts.Activities.Where(a => a.Appointment == appointment)];
        return about.Length == 0 ? null : Fold(appointment.Value, appointment, about);
    }

    /// <summary>An agent's planned activities of which nothing has come yet, sorted by id.</summary>
    internal static IReadOnlyList<WorkItem> OpenOf(FactBook facts, AgentId agent)
    {
        var own = facts.Appointments.Where(a => a.Agent == agent).Select(a => a.Appointment).ToHashSet();
        return own.Count == 0 ? [] :
        [
            .. facts.Appointments.Select(a => (Id: a.Appointment, Fact: (Fact)a))
                .Concat(facts.Activities.Where(a => a.Appointment is not null).Select(a => (Id: a.Appointment!.Value, Fact: (Fact)a)))
                .Where(f => own.Contains(f.Id))
                .GroupBy(f => f.Id, f => f.Fact)
                .Select(g => Fold(g.Key.Value, g.Key, g))
                .Where(w => w.IsOpen && w.Agent == agent)
                .OrderBy(w => w.Id, StringComparer.Ordinal),
        ];
    }

    private static WorkItem Fold(string id, AppointmentId? appointment, IEnumerable<Fact> facts)
    {
        Fact[] all = [.. facts];
        ActivityFact[] misses = [.. all.OfType<ActivityFact>().Where(a => EventOf(a) == WorkItemEvent.Miss)];
        Fact[] inOrder =
        [
            .. all.OrderBy(f => f.Date).ThenBy(f => f is not AppointmentFact { Event: AppointmentEvent.Planned }).ThenBy(f => misses.Count(m => IsAfter(f, m, all)))
                .ThenBy(f => f is ActivityFact).ThenBy(f => f.Origin.Sequence).ThenBy(f => f is AppointmentFact a ? a.Event : AppointmentEvent.Planned).ThenBy(f => f.Key),
        ];
        var first = inOrder[0];
        var item = first switch
        {
            AppointmentFact a => New(id, appointment, a.Agent, a.Activity, first.Date),
            var f => New(id, appointment, ((ActivityFact)f).Agent, ((ActivityFact)f).Activity, first.Date),
        };
        return inOrder.Aggregate(item, Apply) with { Facts = [.. inOrder.Select(f => f.Reference)] };
    }

    private static WorkItem New(string id, AppointmentId? appointment, AgentId agent, string activity, LocalDate on) => new()
    {
        Id = id, Appointment = appointment, Agent = agent, Activity = activity, State = WorkItemState.Unplanned, ChangedOn = on, Facts = [],
    };

    private static WorkItem Apply(WorkItem item, Fact fact)
    {
        var what = EventOf(fact);
        if (LifeCycles.WorkItem.Find(item.State, StepOf(what)) is not { } step)
        {
            return item with { Findings = [.. item.Findings, Refused(item, what, fact)] };
        }

        var changed = item with { State = step.To, ChangedOn = fact.Date };
        return fact is AppointmentFact a ? Apply(changed, what, a) : Report(changed, (ActivityFact)fact);
    }

    private static WorkItem Apply(WorkItem item, WorkItemEvent what, AppointmentFact fact)
    {
        var known = item with
        {
            Agent = fact.Agent,
            Activity = fact.Activity,
            Customer = fact.Customer ?? item.Customer,
            Opportunity = fact.Opportunity ?? item.Opportunity,
        };
        return what switch
        {
            WorkItemEvent.Plan => known with { PlannedOn = fact.Date, PlannedFor = fact.StartsAt, PlannedMinutes = fact.Minutes },
            WorkItemEvent.Reschedule => known with
            {
                Reschedules = [.. item.Reschedules, new(fact.Date, item.PlannedFor, fact.StartsAt, fact.Because)],
                PlannedFor = fact.StartsAt,
                PlannedMinutes = fact.Minutes ?? item.PlannedMinutes,
                Because = fact.Because,
                StartedAt = null,
                Report = null,
            },
            WorkItemEvent.Start => known with { StartedAt = fact.StartsAt },
            _ => known with { Because = fact.Because },
        };
    }

    private static WorkItem Report(WorkItem item, ActivityFact fact) => item with
    {
        Agent = fact.Agent,
        Activity = fact.Activity,
        Customer = fact.Customer ?? item.Customer,
        Opportunity = fact.Opportunity ?? item.Opportunity,
        StartedAt = item.State == WorkItemState.Done ? item.StartedAt ?? fact.StartedAt : item.StartedAt,
        Report = fact,
    };

    private static WorkItemEvent EventOf(Fact fact) => fact switch
    {
        AppointmentFact { Event: AppointmentEvent.Planned } => WorkItemEvent.Plan,
        AppointmentFact { Event: AppointmentEvent.Rescheduled } => WorkItemEvent.Reschedule,
        AppointmentFact { Event: AppointmentEvent.Started } => WorkItemEvent.Start,
        AppointmentFact => WorkItemEvent.Cancel,
        ActivityFact { Outcome: "missed" } => WorkItemEvent.Miss,
        ActivityFact { Outcome: "cancelled" } => WorkItemEvent.Cancel,
        _ => WorkItemEvent.Finish,
    };

    private static string StepOf(WorkItemEvent what) => what switch
    {
        WorkItemEvent.Plan => "plan",
        WorkItemEvent.Reschedule => "reschedule",
        WorkItemEvent.Start => "start",
        WorkItemEvent.Finish => "finish",
        WorkItemEvent.Miss => "miss",
        _ => "cancel",
    };

    // Of a miss and other facts of its date: a move to a later time comes after it, and with the move whatever began nearer to the new time than to the missed one.
    private static bool IsAfter(Fact fact, ActivityFact miss, Fact[] all)
    {
        var at = fact is AppointmentFact a ? a.StartsAt : ((ActivityFact)fact).StartedAt;
        return fact.Date == miss.Date && fact is AppointmentFact { Event: AppointmentEvent.Rescheduled } moved
            ? Moves(moved, miss)
            : fact.Date == miss.Date && at > miss.StartedAt && all.OfType<AppointmentFact>().Any(m => m is { Event: AppointmentEvent.Rescheduled } && m.Date == miss.Date
                && Moves(m, miss) && !(m.StartsAt - at > at - miss.StartedAt));
    }

    // A move to an open time goes by the source's sequence.
    private static bool Moves(AppointmentFact move, ActivityFact miss) =>
        move.StartsAt is { } to ? to > miss.StartedAt : move.Origin.Sequence > miss.Origin.Sequence;

    private static Finding Refused(WorkItem item, WorkItemEvent what, Fact fact) => new(Severity.Warn, new WorkMovesAsItsLifeCycleSaysRule(item, what, fact.Reference).Reason);
}
