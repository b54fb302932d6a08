namespace ActivityMgmt.Domain;

/// <summary>What the months of a calendar must keep to.</summary>
public abstract record CalendarRule : IBusinessRule
{
    private protected CalendarRule()
    {
    }

    /// <inheritdoc/>
    public abstract Reason Reason { get; }

    /// <summary>Whether the periods at hand break the rule.</summary>
    internal abstract bool IsBroken { get; }
}
