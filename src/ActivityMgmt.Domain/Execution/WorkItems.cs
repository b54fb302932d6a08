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

    private static WorkItem Fold(string id, AppointmentId? appointment, IEnumerable<Fact> facts)
    {
        Fact[] inOrder =
        [
            .. facts.OrderBy(f => f.Date).ThenBy(Phase).ThenBy(f => f.Origin.Sequence).ThenBy(f => f is AppointmentFact a ? a.Event : AppointmentEvent.Planned).ThenBy(f => f.Key),
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

    private static int Phase(Fact fact) => fact switch
    {
        AppointmentFact { Event: AppointmentEvent.Planned } => 0,
        AppointmentFact => 1,
        _ => 2,
    };

    private static Finding Refused(WorkItem item, WorkItemEvent what, Fact fact) => new(Severity.Warn, new WorkMovesAsItsLifeCycleSaysRule(item, what, fact.Reference).Reason);
}
