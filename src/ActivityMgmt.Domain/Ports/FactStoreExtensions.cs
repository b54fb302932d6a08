namespace ActivityMgmt.Domain;

/// <summary>Short forms for <see cref="IFactStore"/>.</summary>
public static class FactStoreExtensions
{
    /// <summary>Stores a delivery in one transaction, with nothing beside it: no event, no audit entry. For imports and tests; <see cref="FactRecording"/> says who did it.</summary>
    /// <inheritdoc cref="IFactStore.AppendAsync" path="/returns"/>
    /// <inheritdoc cref="IFactStore.AppendAsync" path="/exception"/>
    public static Task<IntakeResult> AppendAsync(this IFactStore facts, CallContext call, FactDelivery delivery, CancellationToken cancellation)
    {
        Guard.Against.Null(facts);
        return facts.AppendAsync(call, delivery, _ => Changes.None, cancellation);
    }
}
