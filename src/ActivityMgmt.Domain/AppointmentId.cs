namespace ActivityMgmt.Domain;

/// <summary>Names a planned activity, in the host CRM's own spelling or as a pseudonym of it.</summary>
/// <remarks>Compared ordinally. <c>default</c> has no value and is refused wherever an id is needed.</remarks>
/// <param name="Value">The text of the id; not empty.</param>
public readonly record struct AppointmentId(string Value)
{
    /// <summary>The text of the id; not empty.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public string Value { get; init; } = Guard.Against.NullOrEmpty(Value);

    /// <summary>The id's text.</summary>
    public override string ToString() => Value;
}
