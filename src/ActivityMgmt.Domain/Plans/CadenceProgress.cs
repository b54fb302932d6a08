namespace ActivityMgmt.Domain;

/// <summary>How far a customer is in a cadence, from the facts alone: nothing is ticked off by hand.</summary>
public abstract record CadenceProgress
{
    private CadenceProgress()
    {
    }

    /// <summary>The touches made, one for each step done, in order.</summary>
    public required IReadOnlyList<FactReference> Touches { get; init; }

    /// <summary>The next touch is to be made.</summary>
    /// <param name="Step">The step, from 0.</param>
    /// <param name="On">The day on which it is due; it may have passed.</param>
    public sealed record Due(int Step, LocalDate On) : CadenceProgress;

    /// <summary>Every step is done.</summary>
    /// <param name="On">The day of the last touch.</param>
    public sealed record Finished(LocalDate On) : CadenceProgress;

    /// <summary>It ended early.</summary>
    /// <param name="Reason">Why: <c>cadence.reply</c>, <c>cadence.meeting-set</c>, <c>cadence.refused</c>, <c>cadence.do-not-contact</c> or <c>cadence.attempts</c>, with its values.</param>
    public sealed record Stopped(Reason Reason) : CadenceProgress;

    /// <summary>Where a customer stands.</summary>
    /// <param name="cadence">The cadence.</param>
    /// <param name="enrolment">Who is led through it by whom, and since when.</param>
    /// <param name="facts">What is known; a touch is the first activity of a step's kind and channel with the customer since the touch before, unless called off.</param>
    /// <param name="calendar">For delays in working days.</param>
    public static CadenceProgress Of(Cadence cadence, CadenceEnrolment enrolment, FactBook facts, IWorkCalendar calendar)
    {
        Guard.Against.Null(enrolment);
        return Of(cadence, enrolment, facts, calendar, WorkItems.Of(facts).Where(w => w.Customer == enrolment.Customer));
    }

    internal static CadenceProgress Of(Cadence cadence, CadenceEnrolment enrolment, FactBook facts, IWorkCalendar calendar, IEnumerable<WorkItem> workWithCustomer)
    {
        Guard.Against.Null(cadence);
        Guard.Against.Null(calendar);
        WorkItem[] work = [.. workWithCustomer];
        Queue<ActivityFact> activities = new(work.Select(w => w.Report).OfType<ActivityFact>()
            .Where(a => a.Agent == enrolment.Agent && a.Date >= enrolment.StartedOn && a.Outcome != "cancelled")
            .OrderBy(a => a.StartedAt).ThenBy(a => a.Key));
        var touches = new List<ActivityFact>();
        while (touches.Count < cadence.Steps.Count && activities.TryDequeue(out var activity))
        {
            var step = cadence.Steps[touches.Count];
            if (step.Activity == activity.Activity && (step.Channel is null || step.Channel == activity.Channel))
            {
                touches.Add(activity);
            }
        }

        var last = touches.Count == 0 ? enrolment.StartedOn : touches[^1].Date;
        var made = touches.Select(t => t.Reference).ToArray();
        if (WhyStopped(cadence, enrolment, facts, touches, work) is { } reason)
        {
            return new Stopped(reason) { Touches = made };
        }

        if (touches.Count == cadence.Steps.Count)
        {
            return new Finished(last) { Touches = made };
        }

        var next = cadence.Steps[touches.Count];
        var due = next.In == DelayUnit.Days ? last.PlusDays(next.Delay)
            : next.Delay == 0 ? calendar.WorkingDayOnOrAfter(last)
            : calendar.AddWorkingDays(last, next.Delay);
        return ContactRefusal.InForce(facts, enrolment.Customer, due, cadence.RefusalMonths) is { } refusal
            ? new Stopped(Reason.Of("cadence.do-not-contact", ("customer", enrolment.Customer.Value), ("refused", refusal.RefusedOn))) { Touches = made }
            : new Due(touches.Count, due) { Touches = made };
    }

    private static Reason? WhyStopped(Cadence cadence, CadenceEnrolment enrolment, FactBook facts, List<ActivityFact> touches, WorkItem[] work)
    {
        var id = enrolment.Customer.Value;
        if (RefusedSince(enrolment.StartedOn, enrolment.Customer, facts) is { } refused)
        {
            return Reason.Of("cadence.refused", ("customer", id), ("refused", refused));
        }

        if (cadence.StopsOnMeeting && MeetingSince(cadence, enrolment, work) is { } meeting)
        {
            return Reason.Of("cadence.meeting-set", ("customer", id), ("date", meeting));
        }

        if (cadence.StopsOnReply && touches.Find(t => t.Outcome == "success") is { } reply)
        {
            return Reason.Of("cadence.reply", ("customer", id), ("date", reply.Date));
        }

        return touches.Count > 0 && touches.Count >= cadence.MaximumAttempts
            ? Reason.Of("cadence.attempts", ("customer", id), ("attempts", touches.Count), ("date", touches[^1].Date))
            : null;
    }

    // For good: whoever opts in again is enrolled anew.
    private static LocalDate? RefusedSince(LocalDate start, CustomerId customer, FactBook facts) => ContactRefusal.DaysOfWord(facts, customer)
        .Where(day => day >= start)
        .Select(day => ContactRefusal.InForce(facts, customer, day, months: null)?.RefusedOn)
        .FirstOrDefault(refused => refused >= start);

    // A meeting that was called off again stops nothing.
    private static LocalDate? MeetingSince(Cadence cadence, CadenceEnrolment enrolment, WorkItem[] work) => work
        .Where(w => w is { PlannedOn: not null, State: not WorkItemState.Cancelled } && w.PlannedOn >= enrolment.StartedOn && cadence.Meetings.Contains(w.Activity))
        .Min(w => w.PlannedOn);
}
