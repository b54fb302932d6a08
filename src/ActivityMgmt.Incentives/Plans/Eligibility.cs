namespace ActivityMgmt.Incentives;

/// <summary>Whether a condition holds for an agent, and what that rests on.</summary>
/// <param name="Holds">Yes, no, or (<see langword="null"/>) nobody can say.</param>
/// <param name="Reason">What was decided, or what is missing.</param>
/// <param name="Facts">The facts that were looked at.</param>
internal sealed record Eligibility(bool? Holds, Reason Reason, IReadOnlyList<FactReference> Facts)
{
    /// <summary>Whether the plan covers the agent; without a condition it covers everyone.</summary>
    public static Eligibility Of(Expression? condition, AgentScope scope)
    {
        if (condition is null)
        {
            return new(true, Reason.Of("pay.step.everyone-eligible"), []);
        }

        var result = condition.Evaluate(scope.Value);
        return new(
            result.IsUnknown ? null : result.IsTrue,
            result.IsUnknown ? Reason.Of("pay.undecided.eligibility", ("condition", condition.Text), ("missing", ReasonValue.Term(result.UnknownNames is [var first, ..] ? first : condition.Text)))
            : result.IsTrue ? Reason.Of("pay.step.eligible", ("condition", condition.Text))
            : Reason.Of("pay.not-earned.not-eligible", ("condition", condition.Text)),
            scope.Facts);
    }
}
