using System.Runtime.CompilerServices;

namespace ActivityMgmt.Kpi;

/// <summary><c>retention</c>: of the agents whose n months after joining are over on a day of the period, the share that is still under contract on that day.</summary>
/// <remarks>
/// Joining is the first day of a time under contract without a break, as <see cref="CohortRetention"/> counts it; somebody who came back is judged for each time. A newcomer counts for the
/// team of the joining day, and for the agent who recruited them (the lineage of that day). Nobody to judge is no data.
/// </remarks>
internal sealed class RetentionMeasure(MeasureDescription description, int months, Expression? where) : Measure(description)
{
    private readonly AgentCondition _where = new(where);
    private readonly ConditionalWeakTable<Organisation, Newcomer[]> _newcomers = [];

    public static Measure Compile(MeasureForm form) =>
        new RetentionMeasure(form.Describe(Unit.Ratio, isAdditive: false), form.Whole("months", 1), form.Where(FactFields.OfAgents));

    public override Reading Read(KpiReadings readings, Subject subject, DateInterval period)
    {
        var organisation = readings.Facts.Organisation;
        var cohort = DueIn(organisation, period).Where(n => KeptOut(readings, n, subject) is []).ToArray();
        var kept = cohort.Count(n => n.IsKept);
        var evidence = Evidence.Deferred(
            [new("numerator", kept), new("denominator", cohort.Length)],
            () => Records(organisation, subject, period));
        return cohort.Length == 0
            ? new Reading.NoData(Reason.Of("kpi.nobody-to-judge", ("measure", Id), ("months", months), ("period", ReasonValue.Period(period))), evidence)
            : new Reading.Measured(Quantity.Ratio(kept, cohort.Length), evidence);
    }

    public override IEnumerable<ExcludedFact> WhyNot(KpiReadings readings, Subject subject, DateInterval period, FactKey? about)
    {
        var newcomers = about is null ? DueIn(readings.Facts.Organisation, period) : NewcomersOf(readings.Facts.Organisation);
        foreach (var newcomer in newcomers)
        {
            Reason[] reasons =
            [
                .. KeptOut(readings, newcomer, subject),
                .. period.Contains(newcomer.Due) ? [] : new[] { Reason.Of("kpi.why-not.date", ("by", ReasonValue.Term("kpi.day.months-over")), ("date", newcomer.Due), ("period", ReasonValue.Period(period))) },
            ];
            if ((about is null || newcomer.Contract.Key == about) && reasons.Length > 0 && (about is not null || IsNear(readings, newcomer, subject)))
            {
                yield return Excluded(newcomer.Contract, period, reasons);
            }
        }
    }

    // Of whoever is judged, or would be if one contract weren't hidden in another's time.
    private IEnumerable<FactReference> Records(Organisation organisation, Subject subject, DateInterval period) => organisation.Agents
        .Where(agent => organisation.ContractsOf(agent).Any(c => period.Contains(c.Date.PlusMonths(months))))
        .SelectMany(agent => AgentCondition.Records(organisation, agent, period.End)
            .Concat(subject.Kind == SubjectKind.Agent ? organisation.LineageOf(agent, LineageRelation.Recruited).Where(l => l.Date <= period.End).Select(l => l.Reference) : []));

    // Without being asked for, only whose condition alone keeps them out.
    private static bool IsNear(KpiReadings readings, Newcomer newcomer, Subject subject) => Elsewhere(readings, newcomer, subject) is null;

    private IReadOnlyList<Reason> KeptOut(KpiReadings readings, Newcomer newcomer, Subject subject) =>
    [
        .. Elsewhere(readings, newcomer, subject) is { } elsewhere ? new[] { elsewhere } : [],
        .. _where.KeptOut(readings.Contexts.OfAgent(newcomer.Contract, newcomer.Joined)),
    ];

    private static Reason? Elsewhere(KpiReadings readings, Newcomer newcomer, Subject subject)
    {
        var organisation = readings.Facts.Organisation;
        var (agent, joined) = (newcomer.Agent, newcomer.Joined);
        return subject.Kind switch
        {
            SubjectKind.Branch => null,
            SubjectKind.Agent when organisation.UplineOf(agent, LineageRelation.Recruited, joined) is not { } recruiter => Reason.Of("kpi.why-not.no-recruiter", ("agent", agent.Value), ("date", joined)),
            SubjectKind.Agent when organisation.UplineOf(agent, LineageRelation.Recruited, joined) is { } recruiter && recruiter != subject.Agent =>
                Reason.Of("kpi.why-not.other-agent", ("agent", recruiter.Value), ("date", joined)),
            SubjectKind.Team when organisation.TeamOf(agent, joined) is not { } team => Reason.Of("kpi.why-not.no-team", ("agent", agent.Value), ("date", joined)),
            SubjectKind.Team when organisation.TeamOf(agent, joined) is { } team && team.Value != subject.Id =>
                Reason.Of("kpi.why-not.other-team", ("agent", agent.Value), ("team", team.Value), ("date", joined)),
            _ => null,
        };
    }

    private IEnumerable<Newcomer> DueIn(Organisation organisation, DateInterval period) => NewcomersOf(organisation).SkipWhile(n => n.Due < period.Start).TakeWhile(n => n.Due <= period.End);

    // By the day on which the months are over.
    private Newcomer[] NewcomersOf(Organisation organisation) => _newcomers.GetValue(organisation, o =>
    [
        .. o.Agents.SelectMany(agent => o.TimesUnderContract(agent).Select(time => new Newcomer(
                o.LatestContractOf(agent, time.From)!, time.From, time.From.PlusMonths(months), IsKept: !(time.Until < time.From.PlusMonths(months)))))
            .OrderBy(n => n.Due).ThenBy(n => n.Agent.Value, StringComparer.Ordinal),
    ]);

    private sealed record Newcomer(AgentFact Contract, LocalDate Joined, LocalDate Due, bool IsKept)
    {
        public AgentId Agent => Contract.Agent;
    }
}
