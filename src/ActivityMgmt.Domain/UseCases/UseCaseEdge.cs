namespace ActivityMgmt.Domain;

/// <summary>Where every use case begins and ends: asks for the scope, stores everything at once, writes the audit trail, delivers events, measures, and turns a broken rule into a result.</summary>
public sealed class UseCaseEdge(
    IAccessPolicy access, IUnitOfWork unitOfWork, IAuditTrail audit, EventDelivery delivery, TimeProvider time, ActivityTelemetry telemetry)
{
    /// <summary>Runs a use case.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="useCase">Its name, such as <c>decide-checkpoint</c>: no ids in it.</param>
    /// <param name="on">The day of the call, whose roles count; <see langword="null"/>: today, in the time provider's zone.</param>
    /// <param name="body">What it does; it stores nothing itself.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public async Task<UseCaseResult<T>> RunAsync<T>(
        CallContext call, string useCase, LocalDate? on, Func<UseCaseWork, Task<T>> body, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        Guard.Against.Null(body);
        cancellation.ThrowIfCancellationRequested();
        using var running = telemetry.Begin(useCase);
        var day = on ?? LocalDate.FromDateTime(time.GetLocalNow().DateTime);
        var scope = await access.ScopeOfAsync(call, day, cancellation).ConfigureAwait(false);
        scope.MustBeOf(call);
        var work = new UseCaseWork(call, useCase, day, scope, Instant.FromDateTimeOffset(time.GetUtcNow()));
        try
        {
            var value = await body(work).ConfigureAwait(false);
            if (!work.Changes.IsEmpty)
            {
                await unitOfWork.CommitAsync(call, work.Changes.Note(work.DoneEntry()), cancellation).ConfigureAwait(false);
            }

            telemetry.Received(work.Intake);
            if (!work.Changes.IsEmpty || work.Told.Count > 0)
            {
                telemetry.Happened(work.Changes.Events);
                await DeliverAsync(call, cancellation).ConfigureAwait(false);
            }

            running.End("done");
            return new UseCaseResult<T>.Done(value, work.Findings);
        }
        catch (BrokenRuleException e)
        {
            await audit.AppendAsync(call, [work.Entry(e.Rule.Reason, AuditOutcome.Refused)], cancellation).ConfigureAwait(false);
            running.End("refused");
            return new UseCaseResult<T>.Refused(e.Rule);
        }
        catch (ConflictException e)
        {
            running.End("conflict");
            return new UseCaseResult<T>.Conflict(e.Reason);
        }
    }

    // What is committed is done, whatever becomes of its delivery: undelivered events come again.
    private async Task DeliverAsync(CallContext call, CancellationToken cancellation)
    {
        try
        {
            telemetry.Failed(await delivery.DeliverAsync(call, cancellation).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The caller gave up waiting; nothing failed.
        }
        catch (Exception e) when (e is not (OutOfMemoryException or AccessViolationException))
        {
            telemetry.OutboxFailed();
        }
    }
}
