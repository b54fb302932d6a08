namespace ActivityMgmt.Domain;

/// <summary>Hands a branch's target down the tree of teams to agents and months without losing a unit.</summary>
/// <remarks>
/// A policy value: replace the apportionment, the weights or the calendar to change how a target is split. For every goal, the targets of its parts sum
/// to its own target exactly, whatever the tree and the policies.
/// </remarks>
/// <param name="calendar">Says how many working days each month has.</param>
/// <param name="fiscal">Says on which days the quarter and its months begin and end.</param>
/// <param name="apportionment">Splits a total. <see cref="Apportionments.LargestRemainder"/> unless a host has its own.</param>
/// <param name="weights">Weighs agents. <value>Default: <see cref="CascadeShares.AsDocumented"/>.</value></param>
public sealed class Cascade(IWorkCalendar calendar, IFiscalCalendar fiscal, Apportionment apportionment, CascadeWeights? weights = null)
{
    private readonly CascadeWeights _weights = weights ?? CascadeShares.AsDocumented;

    /// <summary>The id of the goal of a subject for a measure, for the quarter or one month of it (1 to 3).</summary>
    public static GoalId IdOf(Quarter quarter, MeasureId measure, Subject subject, int? month = null) =>
        new($"{quarter}/{measure}/{subject}{(month is { } m ? $"/m{m}" : "")}");

    /// <summary>
    /// Splits one target. The goals come back proposed: the branch's first, then each team's, followed by its own members' with their months, and by the
    /// teams below it. A team without anybody in it or below it gets none.
    /// </summary>
    /// <param name="document">The quarter's target document.</param>
    /// <param name="target">The target to split.</param>
    /// <param name="readings">What is known at the opening; says what agents did before.</param>
    /// <param name="openedOn">The day of opening; agents active on the quarter's first day or on this day, whichever is later, take part.</param>
    /// <param name="by">Who opens the quarter.</param>
    public IReadOnlyList<Goal> Split(TargetDocument document, BranchTarget target, IReadings readings, LocalDate openedOn, ActorId by)
    {
        Guard.Against.Null(document);
        Guard.Against.Null(target);
        Guard.Against.Null(readings);
        var organisation = readings.Facts.Organisation;
        var start = LocalDate.Max(openedOn, fiscal.IntervalOf(document.Quarter).Start);
        var agents = organisation.ActiveOn(start);
        if (agents.Count == 0)
        {
            throw new BrokenRuleException(new SomebodyMustBeThereToTakeTheTargetRule(document.Branch, start));
        }

        var run = new Run
        {
            Quarter = document.Quarter,
            Period = fiscal.IntervalOf(document.Quarter),
            MonthPeriods = fiscal.MonthsOf(document.Quarter),
            Target = target,
            Weights = _weights(target, readings, agents, document.History, start),
            Months = CascadeShares.Months(target, readings, document.Quarter, document.Branch, calendar, fiscal),
            Apportionment = apportionment,
            Direction = readings.Measures.First(m => m.Id == target.Measure).Direction,
            OpenedOn = openedOn,
            By = by,
        };
        return run.Split(document.Branch, TeamTree.Of(organisation, agents, start));
    }

    // One splitting of one target.
    private sealed class Run
    {
        private readonly List<Goal> _goals = [];

        public required Quarter Quarter { get; init; }

        public required DateInterval Period { get; init; }

        public required IReadOnlyList<DateInterval> MonthPeriods { get; init; }

        public required BranchTarget Target { get; init; }

        public required IReadOnlyDictionary<AgentId, CascadeWeight> Weights { get; init; }

        public required IReadOnlyList<(decimal Weight, Reason Reason)> Months { get; init; }

        public required Apportionment Apportionment { get; init; }

        public required Direction Direction { get; init; }

        public required LocalDate OpenedOn { get; init; }

        public required ActorId By { get; init; }

        public List<Goal> Split(string branch, IReadOnlyList<TeamTree> teams)
        {
            var total = Target.Target.ToDecimal();
            var top = Add(Subject.Branch(branch), total, null, Reason.Of("goal.from-target-document", ("branch", branch)));
            var parts = Parts(total, [.. teams.Select(WeightOf)]);
            for (var i = 0; i < teams.Count; i++)
            {
                Hand(teams[i], parts[i], top);
            }

            return _goals;
        }

        private void Hand(TeamTree team, decimal total, Goal above)
        {
            var goal = Add(Subject.Of(team.Team), total, above, Reason.Of("goal.team-share", ("members", team.Size)));
            var parts = Parts(total, [.. team.Members.Select(m => Weights[m].Weight), .. team.Below.Select(WeightOf)]);
            for (var i = 0; i < team.Members.Count; i++)
            {
                HandToMonths(Add(Subject.Of(team.Members[i]), parts[i], goal, Weights[team.Members[i]].Reason), parts[i]);
            }

            for (var i = 0; i < team.Below.Count; i++)
            {
                Hand(team.Below[i], parts[team.Members.Count + i], goal);
            }
        }

        private void HandToMonths(Goal agent, decimal total)
        {
            var parts = Parts(total, [.. Months.Select(m => m.Weight)]);
            for (var i = 0; i < parts.Count; i++)
            {
                Add(agent.Subject, parts[i], agent, Months[i].Reason, i + 1);
            }
        }

        private Goal Add(Subject subject, decimal amount, Goal? parent, Reason reason, int? month = null)
        {
            var goal = new Goal
            {
                Id = IdOf(Quarter, Target.Measure, subject, month),
                Partition = Quarter.ToString(),
                Measure = Target.Measure,
                Subject = subject,
                Period = month is { } m ? MonthPeriods[m - 1] : Period,
                Parent = parent?.Id,
                Direction = Direction,
                Stretch = parent is null ? Target.Stretch : null,
                State = GoalState.Proposed,
                Revisions = [new(Quantity.Of(amount, Target.Target.Unit), OpenedOn, By, reason)],
            };
            _goals.Add(goal);
            return goal;
        }

        // Where nobody has a weight (a team without any past, a quarter without working days) all get the same.
        private IReadOnlyList<decimal> Parts(decimal total, IReadOnlyList<decimal> weights) =>
            Apportionment(total, weights.Any(w => w > 0m) ? weights : [.. weights.Select(_ => 1m)], Target.Piece);

        private decimal WeightOf(TeamTree team) => team.Members.Sum(m => Weights[m].Weight) + team.Below.Sum(WeightOf);
    }
}
