namespace ActivityMgmt.Domain;

/// <summary>Recruiting as a pipeline of its own (增员), folded from the facts of candidates in canonical order: the order of arrival never matters. Pure.</summary>
/// <remarks>
/// A fact has happened and can't be refused. One that skips a stage or goes backwards is a finding, and the candidate stays at the furthest stage that listed steps lead to:
/// a contract without exam doesn't count as one until the exam is known. A company without exams gives a life cycle of its own.
/// </remarks>
public sealed class Recruiting
{
    private readonly ILookup<CandidateId, RecruitFact> _facts;
    private readonly LifeCycle<RecruitStage> _lifeCycle;

    /// <summary>Reads the pipeline of a book.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="lifeCycle">Which steps there are; <see langword="null"/>: <see cref="LifeCycles.Recruiting"/>.</param>
    public Recruiting(FactBook facts, LifeCycle<RecruitStage>? lifeCycle = null)
    {
        Guard.Against.Null(facts);
        _facts = facts.Recruits.ToLookup(r => r.Candidate);
        _lifeCycle = lifeCycle ?? LifeCycles.Recruiting;
        Candidates = [.. _facts.Select(g => g.Key).OrderBy(c => c.Value, StringComparer.Ordinal)];
    }

    /// <summary>Everybody who is or was a candidate, sorted by id.</summary>
    public IReadOnlyList<CandidateId> Candidates { get; }

    /// <summary>How far a candidate is on a day; <see langword="null"/> when nothing is known of them by then.</summary>
    public RecruitProgress? Find(CandidateId candidate, LocalDate asOf)
    {
        var facts = _facts[candidate].Where(f => f.Date <= asOf).ToArray();
        if (facts.Length == 0)
        {
            return null;
        }

        var steps = new List<RecruitFact>();
        var findings = new List<Finding>();
        LocalDate? since = null;
        foreach (var fact in facts)
        {
            var before = steps is [.., var last] ? last.Stage : (RecruitStage?)null;
            if (before is { } stage ? !_lifeCycle.Allows(stage, fact.Stage) : !_lifeCycle.Starts.Contains(fact.Stage))
            {
                findings.Add(new(Severity.Warn, NotListed(fact, before)));
                continue;
            }

            since = before == fact.Stage ? since : fact.Date;
            steps.Add(fact);
        }

        return new()
        {
            Candidate = candidate,
            Recruiter = (steps is [.., var newest] ? newest : facts[0]).Recruiter,
            Agent = steps.LastOrDefault(s => s.Agent is not null)?.Agent,
            Stage = steps is [.., var reached] ? reached.Stage : null,
            Since = since,
            Steps = steps,
            Findings = findings,
        };
    }

    /// <summary>Every candidate of whom something is known on a day, sorted by id.</summary>
    public IReadOnlyList<RecruitProgress> AsOf(LocalDate date) => [.. Candidates.Select(c => Find(c, date)).OfType<RecruitProgress>()];

    /// <summary>How long candidates have been at their stage, the longest first, then by id. Those who are regular or dropped, and those at no stage, are left out.</summary>
    public IReadOnlyList<StageAge> Ageing(LocalDate asOf) =>
    [
        .. AsOf(asOf)
            .Where(p => p is { IsOver: false, Stage: not null })
            .Select(p => new StageAge(p.Candidate, p.Recruiter, p.Stage!.Value, p.Since!.Value, Period.DaysBetween(p.Since.Value, asOf)))
            .OrderByDescending(a => a.Days)
            .ThenBy(a => a.Candidate.Value, StringComparer.Ordinal),
    ];

    /// <summary>Of those who entered a stage in a period, how many came to a later one by a day.</summary>
    /// <param name="from">The stage entered.</param>
    /// <param name="to">The later stage.</param>
    /// <param name="period">When they entered it, both ends included; of somebody who was taken up again the last time counts.</param>
    /// <param name="asOf">What is known by then; somebody who is still on the way counts as not there.</param>
    /// <param name="recruiter">Only this one's; <see langword="null"/>: everybody's.</param>
    public CohortCount Conversion(RecruitStage from, RecruitStage to, DateInterval period, LocalDate asOf, AgentId? recruiter = null)
    {
        Guard.Against.Null(period);
        var cohort = Entered(from, period, asOf, recruiter);
        return CohortCount.Of(cohort, p => p.EnteredOn(to) >= p.EnteredOn(from), _ => true, Facts);
    }

    /// <summary>Conversion to regular (转正率): of those who signed in a period, how many were regular within n months. Somebody whose months aren't over yet is open, not missed.</summary>
    /// <param name="period">When they signed, both ends included.</param>
    /// <param name="months">Within how many months; the day of that many months later is still in time.</param>
    /// <param name="asOf">What is known by then.</param>
    /// <param name="recruiter">Only this one's; <see langword="null"/>: everybody's.</param>
    public CohortCount ConversionToRegular(DateInterval period, int months, LocalDate asOf, AgentId? recruiter = null)
    {
        Guard.Against.Null(period);
        Guard.Against.NegativeOrZero(months);
        var cohort = Entered(RecruitStage.Contract, period, asOf, recruiter);
        return CohortCount.Of(
            cohort,
            p => p.EnteredOn(RecruitStage.Regular) <= LastDay(p),
            p => LastDay(p) < asOf || p.Stage == RecruitStage.Dropped,
            Facts);

        LocalDate LastDay(RecruitProgress progress) => progress.EnteredOn(RecruitStage.Contract)!.Value.PlusMonths(months);
    }

    private IReadOnlyList<RecruitProgress> Entered(RecruitStage stage, DateInterval period, LocalDate asOf, AgentId? recruiter) =>
        [.. AsOf(asOf).Where(p => p.EnteredOn(stage) is { } entered && period.Contains(entered) && (recruiter is null || p.Recruiter == recruiter))];

    private static IEnumerable<FactReference> Facts(RecruitProgress progress) => progress.Steps.Select(s => s.Reference);

    private static Reason NotListed(RecruitFact fact, RecruitStage? before) => before is { } stage
        ? Reason.Of(
            "recruiting.step-not-listed",
            ("candidate", fact.Candidate.Value),
            ("from", ReasonValue.Term($"recruiting.stage.{stage}")),
            ("to", ReasonValue.Term($"recruiting.stage.{fact.Stage}")),
            ("date", fact.Date),
            ("fact", fact.Reference.ToString()))
        : Reason.Of(
            "recruiting.not-a-start",
            ("candidate", fact.Candidate.Value),
            ("to", ReasonValue.Term($"recruiting.stage.{fact.Stage}")),
            ("date", fact.Date),
            ("fact", fact.Reference.ToString()));
}
