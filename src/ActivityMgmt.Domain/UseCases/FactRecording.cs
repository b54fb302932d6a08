namespace ActivityMgmt.Domain;

/// <summary>Takes facts in. Safe to repeat: the same delivery again changes nothing.</summary>
public sealed class FactRecording(UseCaseEdge edge, IFactStore facts, ActivityTelemetry telemetry)
{
    /// <summary>Stores a delivery.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to decide on everybody's activities.</param>
    /// <param name="delivery">The delivery; its date is the day whose roles count.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>What became of each fact. A fact that clashes with the same revision of before is a finding, too.</returns>
    public Task<UseCaseResult<IntakeResult>> RecordAsync(CallContext call, FactDelivery delivery, CancellationToken cancellation = default)
    {
        Guard.Against.Null(delivery);
        return edge.RunAsync(call, "record-facts", delivery.DeliveredOn, async work =>
        {
            work.RequireEverything(AccessAction.Decide, DataKind.Activities);
            var intake = await facts.AppendAsync(call, delivery, cancellation).ConfigureAwait(false);
            telemetry.Received(intake);
            work.Find(intake.Conflicts.Select(c => new Finding(Severity.Warn, Reason.Of("facts.conflict", ("fact", c.Fact.Reference.ToString())))));
            return intake;
        }, cancellation);
    }
}
