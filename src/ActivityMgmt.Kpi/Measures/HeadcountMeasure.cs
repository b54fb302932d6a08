namespace ActivityMgmt.Kpi;

/// <summary><c>headcount</c>: how many agents are active, on the eve of the period (opening), on its last day (closing), or the mean of the two. Nobody is a measured zero.</summary>
/// <remarks>The same days as <see cref="Organisation.HeadcountWalkOf"/>. Of an agent it is 1 or 0; of a team its own members of the day.</remarks>
internal sealed class HeadcountMeasure(MeasureDescription description, Expression? where, bool opening, bool closing) : Measure(description)
{
    private readonly AgentCondition _where = new(where);

    public static Measure Compile(MeasureForm form)
    {
        var on = form.Node["on"].OneOf("opening", "closing", "average");
        return new HeadcountMeasure(
            form.Describe(Unit.Count, isAdditive: false), form.Where(FactFields.OfAgents), opening: on != "closing", closing: on != "opening");
    }

    public override Reading Read(KpiReadings readings, Subject subject, DateInterval period)
    {
        var counts = Days(period).Select(day => Agents(readings.Facts.Organisation, subject, day).Count(agent => KeptOut(readings, agent, day) is [])).ToArray();
        var evidence = Evidence.Deferred(
            opening && closing ? [new("opening", counts[0]), new("closing", counts[1])] : [],
            () => Records(readings.Facts.Organisation, subject, period.End));
        return new Reading.Measured(Quantity.Fraction(counts.Sum(), counts.Length, Unit.Count), evidence);
    }

    public override IEnumerable<ExcludedFact> WhyNot(KpiReadings readings, Subject subject, DateInterval period, FactKey? about)
    {
        var organisation = readings.Facts.Organisation;
        var agents = about is { } key ? readings.Facts.Agents.Where(a => a.Key == key).Select(a => a.Agent) : Related(organisation, subject, period.End);
        foreach (var agent in agents)
        {
            foreach (var day in Days(period))
            {
                if (organisation.LatestContractOf(agent, day) is { } contract
                    && new Standing(readings.Contexts.OfAgent(contract, day), "kpi.day.own", KeptOut(readings, agent, day)).KeptOutFor(subject, new(day, day)) is { Count: > 0 } reasons)
                {
                    yield return Excluded(contract, period, reasons);
                }
            }
        }
    }

    private IEnumerable<LocalDate> Days(DateInterval period)
    {
        if (opening)
        {
            yield return period.Start.PlusDays(-1);
        }

        if (closing)
        {
            yield return period.End;
        }
    }

    private IReadOnlyList<Reason> KeptOut(KpiReadings readings, AgentId agent, LocalDate day)
    {
        var organisation = readings.Facts.Organisation;
        return organisation.IsActive(agent, day)
            ? _where.KeptOut(readings.Contexts.OfAgent(organisation.LatestContractOf(agent, day)!, day))
            : [Reason.Of("kpi.why-not.not-active", ("agent", agent.Value), ("date", day))];
    }

    private static IReadOnlyList<AgentId> Agents(Organisation organisation, Subject subject, LocalDate day) => subject.Kind switch
    {
        SubjectKind.Agent => [subject.Agent],
        SubjectKind.Team => organisation.MembersOf(new(subject.Id), day),
        _ => organisation.ActiveOn(day),
    };

    // Whoever might be counted: of a team all who ever came to it by the last day.
    private static IEnumerable<AgentId> Related(Organisation organisation, Subject subject, LocalDate last) => subject.Kind switch
    {
        SubjectKind.Agent => [subject.Agent],
        SubjectKind.Team => organisation.Agents.Where(a => organisation.AssignmentsOf(a).Any(x => x.Team.Value == subject.Id && x.Date <= last)),
        _ => organisation.Agents,
    };

    private static IEnumerable<FactReference> Records(Organisation organisation, Subject subject, LocalDate last) =>
        Related(organisation, subject, last).SelectMany(agent => AgentCondition.Records(organisation, agent, last));
}
