namespace ActivityMgmt.Domain;

/// <summary>Awaiting a use case whose refusal the caller leaves to its own handler of exceptions.</summary>
public static class UseCaseResultExtensions
{
    /// <summary>What the use case gave.</summary>
    /// <exception cref="BrokenRuleException">It was refused.</exception>
    /// <exception cref="ConflictException">Somebody else was first.</exception>
    public static async Task<T> OrThrow<T>(this Task<UseCaseResult<T>> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return (await result.ConfigureAwait(false)).OrThrow();
    }
}
