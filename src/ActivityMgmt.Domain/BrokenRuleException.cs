namespace ActivityMgmt.Domain;

/// <summary>A business rule that an aggregate keeps; named by the sentence it enforces, ending in <c>Rule</c>.</summary>
public interface IBusinessRule
{
    /// <summary>What is refused and with which values.</summary>
    Reason Reason { get; }
}

/// <summary>An aggregate was asked for a change that a business rule forbids. Nothing was changed.</summary>
public sealed class BrokenRuleException : Exception
{
    /// <summary>Refuses a change.</summary>
    public BrokenRuleException(IBusinessRule rule)
        : base(rule?.Reason.ToString())
    {
        ArgumentNullException.ThrowIfNull(rule);
        Rule = rule;
    }

    /// <summary>The rule that forbids the change, with its values.</summary>
    public IBusinessRule Rule { get; }
}
