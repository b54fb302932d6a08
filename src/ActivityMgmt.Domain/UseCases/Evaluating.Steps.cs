namespace ActivityMgmt.Domain;

public sealed partial class Evaluating
{
    /// <summary>Settles a draft's total in the name of who calls, after managers compared their scores. The same again changes nothing. Refused when there is no such evaluation, or a rule forbids the step.</summary>
    /// <param name="call">Tenant and actor; the actor settles it.</param>
    /// <param name="key">The evaluation's key (<see cref="Evaluation.KeyOf"/>).</param>
    /// <param name="total">The total that counts from now on, 0 to 100.</param>
    /// <param name="on">When.</param>
    /// <param name="text">Why.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<Evaluation>> CalibrateAsync(CallContext call, string key, decimal total, LocalDate on, string text, CancellationToken cancellation = default) =>
        StepAsync(call, key, EvaluationState.Draft, on, text, total, (e, by) => e.Calibrate(total, by, on, text, policies), cancellation);

    /// <summary>Confirms a draft in the name of who calls. The same again changes nothing. Refused when there is no such evaluation, or a rule forbids the step.</summary>
    public Task<UseCaseResult<Evaluation>> ConfirmAsync(CallContext call, string key, LocalDate on, string text, CancellationToken cancellation = default) =>
        StepAsync(call, key, EvaluationState.Confirmed, on, text, null, (e, by) => e.Confirm(by, on, text), cancellation);

    /// <summary>Records that the agent disagrees, in the name of who calls: the agent, who may have left meanwhile, or who represents them (<see cref="EvaluationPolicies.Represents"/>), and who must be allowed to see it. The same again changes nothing. Refused when there is no such evaluation, or a rule forbids the step.</summary>
    public Task<UseCaseResult<Evaluation>> ContestAsync(CallContext call, string key, LocalDate on, string text, CancellationToken cancellation = default) =>
        StepAsync(call, key, EvaluationState.Contested, on, text, null, (e, by) => e.Contest(by, on, text, policies), cancellation);

    /// <summary>Settles a contest in the name of who calls: upheld, or revised to another total. The same again changes nothing. Refused when there is no such evaluation, or a rule forbids the step.</summary>
    /// <param name="call">Tenant and actor; the actor settles it.</param>
    /// <param name="key">The evaluation's key (<see cref="Evaluation.KeyOf"/>).</param>
    /// <param name="revisedTotal">The total that counts from now on, 0 to 100; <see langword="null"/> upholds it as it was.</param>
    /// <param name="on">When.</param>
    /// <param name="text">Why.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<Evaluation>> SettleAsync(CallContext call, string key, decimal? revisedTotal, LocalDate on, string text, CancellationToken cancellation = default) => StepAsync(
        call,
        key,
        revisedTotal is null ? EvaluationState.Upheld : EvaluationState.Revised,
        on,
        text,
        revisedTotal,
        (e, by) => revisedTotal is { } total ? e.Revise(total, by, on, text, policies) : e.Uphold(by, on, text, policies),
        cancellation);

    /// <summary>
    /// Adds an action to a draft in the name of who calls; the agent's goals of the next quarter that aren't over name it, too. The same again changes nothing. Refused
    /// when there is no such evaluation, or a rule forbids it.
    /// </summary>
    /// <param name="call">Tenant and actor, who must be allowed to decide on the agent's evaluations.</param>
    /// <param name="key">The evaluation's key (<see cref="Evaluation.KeyOf"/>).</param>
    /// <param name="what">What is to be done, in the actor's own words.</param>
    /// <param name="owner">Who sees to it; <see langword="null"/>: the branch's manager.</param>
    /// <param name="dueOn">By when; after the evaluated period.</param>
    /// <param name="on">When it is added.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<Evaluation>> AddActionAsync(
        CallContext call, string key, string what, AgentId? owner, LocalDate dueOn, LocalDate on, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "add-evaluation-action",
        on,
        async work =>
        {
            var stored = await FindAsync(work, key, AccessAction.Decide, cancellation).ConfigureAwait(false);
            var added = stored.Value.AddAction(what, owner, dueOn, work.Actor);
            if (ReferenceEquals(added, stored.Value))
            {
                return added;
            }

            work.Save<Evaluation>([stored with { Value = added }]);
            var next = await goals.ListAsync(call, Quarter.Parse(added.Partition).Next.ToString(), cancellation).ConfigureAwait(false);
            work.Save(next
                .Where(g => g.Value.Subject == Subject.Of(added.Agent) && g.Value.State is GoalState.Draft or GoalState.Proposed or GoalState.Agreed or GoalState.Active)
                .Select(g => g with { Value = g.Value with { Actions = [.. g.Value.Actions, added.Actions[^1].Reason] } }));
            return added;
        },
        cancellation);

    /// <summary>Records what somebody said about an evaluation, in the name of who calls; the same words again change nothing. Refused when there is no such evaluation.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the agent's evaluations.</param>
    /// <param name="key">The evaluation's key (<see cref="Evaluation.KeyOf"/>).</param>
    /// <param name="on">When.</param>
    /// <param name="text">In the actor's own words.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<Evaluation>> CommentAsync(CallContext call, string key, LocalDate on, string text, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "comment-evaluation",
        on,
        async work =>
        {
            var stored = await FindAsync(work, key, AccessAction.See, cancellation).ConfigureAwait(false);
            var commented = stored.Value.Comment(new(call.Actor, on, text));
            if (!ReferenceEquals(commented, stored.Value))
            {
                work.Save<Evaluation>([stored with { Value = commented }]);
            }

            return commented;
        },
        cancellation);

    private async Task<Stored<Evaluation>> FindAsync(UseCaseWork work, string key, AccessAction action, CancellationToken cancellation)
    {
        var stored = await evaluations.FindAsync(work.Call, key, cancellation).ConfigureAwait(false)
            ?? throw new BrokenRuleException(new OnlyAMadeEvaluationCanChangeRule(key));
        work.Require(action, DataKind.Evaluations, Subject.Of(stored.Value.Agent), stored.Value.ResponsibleOn);
        return stored;
    }

    private Task<UseCaseResult<Evaluation>> StepAsync(
        CallContext call, string key, EvaluationState state, LocalDate on, string text, decimal? total, Func<Evaluation, Actor, Evaluation> step, CancellationToken cancellation) => edge.RunAsync(
        call,
        "settle-evaluation",
        on,
        async work =>
        {
            // To see it is enough for a contest: whose it is, the evaluation's own rule knows.
            var stored = await FindAsync(work, key, state == EvaluationState.Contested ? AccessAction.See : AccessAction.Decide, cancellation).ConfigureAwait(false);
            if (stored.Value.Note == new EvaluationNote(call.Actor, on, text, state) { Total = total })
            {
                return stored.Value;
            }

            var stepped = step(stored.Value, work.Actor);
            work.Save<Evaluation>([stored with { Value = stepped }]);
            work.Raise(new EvaluationMoved(stepped.Key, stepped.Agent, stepped.State, call.Actor));
            return stepped;
        },
        cancellation);
}
