namespace ActivityMgmt.Domain;

/// <summary>How a use case ended: done, refused, or in conflict with somebody else. A closed family; a host switches over its cases or calls <c>OrThrow</c>.</summary>
/// <remarks>What no reader of a screen can settle stays an exception: wrong arguments, an invalid document, an unusable database, a cancelled call.</remarks>
/// <typeparam name="T">What a use case that is done gives.</typeparam>
public abstract record UseCaseResult<T>
{
    private UseCaseResult()
    {
    }

    /// <summary>What was noticed: findings of what was done, or why it was refused.</summary>
    public abstract IReadOnlyList<Finding> Findings { get; }

    /// <summary>It was done and stored as a whole; or was done before, and nothing changed.</summary>
    /// <param name="Value">What it gave.</param>
    /// <param name="Findings">What was noticed on the way; nothing of it stopped the use case.</param>
    public sealed record Done(T Value, IReadOnlyList<Finding> Findings) : UseCaseResult<T>
    {
        /// <inheritdoc/>
        public override IReadOnlyList<Finding> Findings { get; } = Findings;
    }

    /// <summary>A business rule forbids it. Nothing was changed; the refusal is in the audit trail.</summary>
    /// <param name="Rule">The rule with its values.</param>
    public sealed record Refused(IBusinessRule Rule) : UseCaseResult<T>
    {
        /// <summary>The rule's reason, blocking.</summary>
        public override IReadOnlyList<Finding> Findings => [new(Severity.Block, Rule.Reason)];
    }

    /// <summary>Somebody else changed the same thing first. Nothing was changed; calling again looks at what is there now.</summary>
    /// <param name="Reason">What clashed.</param>
    public sealed record Conflict(Reason Reason) : UseCaseResult<T>
    {
        /// <summary>What clashed, blocking.</summary>
        public override IReadOnlyList<Finding> Findings => [new(Severity.Block, Reason)];
    }

    /// <summary>What the use case gave.</summary>
    /// <exception cref="BrokenRuleException">It was refused.</exception>
    /// <exception cref="ConflictException">Somebody else was first.</exception>
    public T OrThrow() => this switch
    {
        Done done => done.Value,
        Refused refused => throw new BrokenRuleException(refused.Rule),
        Conflict conflict => throw new ConflictException(conflict.Reason),
        _ => throw new System.Diagnostics.UnreachableException(GetType().Name),
    };
}
