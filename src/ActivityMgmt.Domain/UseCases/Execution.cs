namespace ActivityMgmt.Domain;

/// <summary>Answers what a screen asks about work that was planned and done: each piece of work, attendance, joint visits, events for several. Reads only; nothing is stored.</summary>
/// <remarks>
/// Each call needs the right to see activities of whom it is about. Customers appear as ids; their names and histories are asked of <see cref="Customers"/>. Of a figure over a period, one
/// day on which the actor may see the subject is enough, as for lists; of pieces of work only those are shown whose own day the scope reaches.
/// </remarks>
public sealed class Execution(UseCaseEdge edge, IFactStore facts)
{
    /// <summary>The work of an agent or a team over some days, planned and unplanned, sorted by id.</summary>
    /// <remarks>
    /// A piece of work belongs to one day: while it is open the day it is planned for, in the agent's time zone (the day it last changed when the time is open); afterwards the day on which it was done, missed or called
    /// off. A team's work is that of whoever belonged to it, or to a team below it, on that day; everybody's is asked for with <see cref="Subject.Everybody"/>.
    /// </remarks>
    /// <param name="call">Tenant and actor, who must be allowed to see the subject's activities on at least one of the days; of days that the scope doesn't reach, nothing is shown.</param>
    /// <param name="subject">Whose work.</param>
    /// <param name="days">First to last day, both included.</param>
    /// <param name="zoneOf">An agent's time zone, in which planned times are dates.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<IReadOnlyList<WorkItem>>> WorkItemsAsync(
        CallContext call, Subject subject, DateInterval days, Func<AgentId, DateTimeZone> zoneOf, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        Guard.Against.Null(days);
        Guard.Against.Null(zoneOf);
        return RunAsync<IReadOnlyList<WorkItem>>(call, "show-work", on, asKnownAt, (work, book) =>
        {
            work.Require(AccessAction.See, DataKind.Activities, subject, days);
            var belongs = Belonging(book.Organisation, subject);
            return
            [
                .. WorkItems.Of(book).Where(w => DayOf(w, zoneOf) is var day && days.Contains(day) && belongs(w.Agent, day)
                    && work.Scope.Allows(AccessAction.See, DataKind.Activities, subject, day, day)),
            ];
        }, cancellation);
    }

    /// <summary>An agent's attendance at meetings (参会率) in a period; see <see cref="Attendance.Of"/>.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the agent's activities on at least one day of the period.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="period">First to last day, both included.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="meeting">The kind of meeting; <see langword="null"/> (the default): all.</param>
    /// <param name="excused">How excused absence counts. <value>Default: left out.</value></param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<Attendance>> AttendanceAsync(
        CallContext call,
        AgentId agent,
        DateInterval period,
        LocalDate on,
        string? meeting = null,
        ExcusedAbsence excused = ExcusedAbsence.LeftOut,
        long? asKnownAt = null,
        CancellationToken cancellation = default)
    {
        Guard.Against.Null(period);
        return RunAsync(call, "show-attendance", on, asKnownAt, (work, book) =>
        {
            work.Require(AccessAction.See, DataKind.Activities, Subject.Of(agent), period);
            return Attendance.Of(book, agent, period, meeting, excused);
        }, cancellation);
    }

    /// <summary>The joint visits (陪访) of an agent or a team in a period, whether they were theirs or they came along; sorted by agent, then companion. See <see cref="JointVisits.In"/>.</summary>
    /// <remarks>A team's are those in which somebody took part who belonged to it, or to a team below it, on the day of the visit; everybody's are asked for with <see cref="Subject.Everybody"/>.</remarks>
    /// <param name="call">Tenant and actor, who must be allowed to see the subject's activities on at least one day of the period.</param>
    /// <param name="subject">Whose visits.</param>
    /// <param name="period">First to last day, both included.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<IReadOnlyList<JointVisits>>> JointVisitsAsync(
        CallContext call, Subject subject, DateInterval period, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        Guard.Against.Null(period);
        return RunAsync(call, "show-joint-visits", on, asKnownAt, (work, book) =>
        {
            work.Require(AccessAction.See, DataKind.Activities, subject, period);
            var belongs = Belonging(book.Organisation, subject);
            return JointVisits.Among(book.Activities.Where(a => belongs(a.Agent, a.Date) || (a.Companion is { } companion && belongs(companion, a.Date))), period);
        }, cancellation);
    }

    /// <summary>How an event for several, such as a product seminar (产说会), went; see <see cref="GroupEventResult.Of"/>. Refused when there is no such event, too.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the activities of the agent, or of every agent who had guests there, on at least one day from the event's first step to its last.</param>
    /// <param name="event">The event.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="agent">Whose guests; <see langword="null"/> (the default): everybody's.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<GroupEventResult>> GroupEventAsync(
        CallContext call, GroupEventId @event, LocalDate on, AgentId? agent = null, long? asKnownAt = null, CancellationToken cancellation = default) =>
        RunAsync(call, "show-group-event", on, asKnownAt, (work, book) =>
        {
            GroupEventFact[] steps = [.. book.GroupEvents.Where(e => e.Event == @event)];
            if (steps.Length == 0)
            {
                throw new BrokenRuleException(new OnlyAGroupEventWithGuestsIsShownRule(@event));
            }

            var days = new DateInterval(steps.Min(s => s.Date), steps.Max(s => s.Date));
            foreach (var host in agent is { } one ? [one] : steps.Select(s => s.Agent).Distinct())
            {
                work.Require(AccessAction.See, DataKind.Activities, Subject.Of(host), days);
            }

            return GroupEventResult.Of(book, @event, agent);
        }, cancellation);

    private static LocalDate DayOf(WorkItem work, Func<AgentId, DateTimeZone> zoneOf) =>
        work is { IsOpen: true, PlannedFor: { } at } ? at.InZone(zoneOf(work.Agent)).Date : work.ChangedOn;

    // Whether an agent is, or on a day belongs to, a subject.
    private static Func<AgentId, LocalDate, bool> Belonging(Organisation organisation, Subject subject)
    {
        if (subject.Kind == SubjectKind.Agent)
        {
            return (agent, _) => agent == subject.Agent;
        }

        if (subject.Kind != SubjectKind.Team)
        {
            return (_, _) => true;
        }

        var team = new TeamId(subject.Id);
        var membersOn = new Dictionary<LocalDate, HashSet<AgentId>>();
        return (agent, day) =>
        {
            if (!membersOn.TryGetValue(day, out var members))
            {
                membersOn[day] = members = [.. organisation.MembersWithin(team, day)];
            }

            return members.Contains(agent);
        };
    }

    private Task<UseCaseResult<T>> RunAsync<T>(
        CallContext call, string useCase, LocalDate on, long? asKnownAt, Func<UseCaseWork, FactBook, T> answer, CancellationToken cancellation) =>
        edge.RunAsync(call, useCase, on, async work => answer(work, await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false)), cancellation);
}
