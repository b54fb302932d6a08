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
    public Task<UseCaseResult<Evaluation>> CalibrateAsync(CallContext call, string key, decimal total, LocalDate on, string text, CancellationToken cancellation) =>
        StepAsync(call, key, EvaluationState.Draft, on, text, total, e => e.Calibrate(total, call.Actor, on, text, policies), cancellation);

    /// <summary>Confirms a draft in the name of who calls. The same again changes nothing. Refused when there is no such evaluation, or a rule forbids the step.</summary>
    public Task<UseCaseResult<Evaluation>> ConfirmAsync(CallContext call, string key, LocalDate on, string text, CancellationToken cancellation) =>
        StepAsync(call, key, EvaluationState.Confirmed, on, text, null, e => e.Confirm(call.Actor, on, text), cancellation);

    /// <summary>Records that the agent disagrees. The same again changes nothing. Refused when there is no such evaluation, or a rule forbids the step.</summary>
    public Task<UseCaseResult<Evaluation>> ContestAsync(CallContext call, string key, LocalDate on, string text, CancellationToken cancellation) =>
        StepAsync(call, key, EvaluationState.Contested, on, text, null, e => e.Contest(call.Actor, on, text, policies), cancellation);

    /// <summary>Settles a contest in the name of who calls: upheld, or revised to another total. The same again changes nothing. Refused when there is no such evaluation, or a rule forbids the step.</summary>
    /// <param name="call">Tenant and actor; the actor settles it.</param>
    /// <param name="key">The evaluation's key (<see cref="Evaluation.KeyOf"/>).</param>
    /// <param name="revisedTotal">The total that counts from now on, 0 to 100; <see langword="null"/> upholds it as it was.</param>
    /// <param name="on">When.</param>
    /// <param name="text">Why.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<Evaluation>> SettleAsync(CallContext call, string key, decimal? revisedTotal, LocalDate on, string text, CancellationToken cancellation) => StepAsync(
        call,
        key,
        revisedTotal is null ? EvaluationState.Upheld : EvaluationState.Revised,
        on,
        text,
        revisedTotal,
        e => revisedTotal is { } total ? e.Revise(total, call.Actor, on, text, policies) : e.Uphold(call.Actor, on, text, policies),
        cancellation);

    private Task<UseCaseResult<Evaluation>> StepAsync(
        CallContext call, string key, EvaluationState state, LocalDate on, string text, decimal? total, Func<Evaluation, Evaluation> step, CancellationToken cancellation) => edge.RunAsync(
        call,
        "settle-evaluation",
        on,
        async work =>
        {
            var stored = await evaluations.FindAsync(call, key, cancellation).ConfigureAwait(false)
                ?? throw new BrokenRuleException(new OnlyAMadeEvaluationCanChangeRule(key));
            // Whoever may see an evaluation may contest it if it is theirs; who may is the evaluation's own rule.
            var action = state == EvaluationState.Contested ? AccessAction.See : AccessAction.Decide;
            work.Require(action, DataKind.Evaluations, Subject.Of(stored.Value.Agent), stored.Value.Period.End);
            if (stored.Value.Note == new EvaluationNote(call.Actor, on, text, state) { Total = total })
            {
                return stored.Value;
            }

            var stepped = step(stored.Value);
            work.Save<Evaluation>([stored with { Value = stepped }]);
            work.Raise(new EvaluationMoved(stepped.Key, stepped.Agent, stepped.State, call.Actor));
            return stepped;
        },
        cancellation);
}
