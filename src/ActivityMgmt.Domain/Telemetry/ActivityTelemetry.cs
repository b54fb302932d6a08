using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ActivityMgmt.Domain;

/// <summary>Metrics and traces of this package, under the name <c>ActivityMgmt</c>. Tags hold names of use cases, outcomes and kinds; never ids of people, and no tenant, whose number has no limit.</summary>
public sealed class ActivityTelemetry : IDisposable
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "ActivityMgmt";

    // No subscriber can be told from it, but a host's dashboard lists it beside them.
    private const string Outbox = "(outbox)";

    private readonly ActivitySource _source = new(Name);
    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _facts;
    private readonly Counter<long> _checkpoints;
    private readonly Counter<long> _notices;
    private readonly Counter<long> _failedDeliveries;

    /// <summary>Measures with a meter of the host's factory; with one of its own when there is none.</summary>
    public ActivityTelemetry(IMeterFactory? meters)
    {
        _ownsMeter = meters is null;
        _meter = meters?.Create(new MeterOptions(Name)) ?? new Meter(Name);
        _duration = _meter.CreateHistogram<double>("activitymgmt.usecase.duration", "s", "How long use cases took, by use case and outcome.");
        _facts = _meter.CreateCounter<long>("activitymgmt.facts", "{fact}", "Facts received, by what became of them.");
        _checkpoints = _meter.CreateCounter<long>("activitymgmt.checkpoints", "{checkpoint}", "Checkpoints made, by status.");
        _notices = _meter.CreateCounter<long>("activitymgmt.notices", "{notice}", "Records that look odd, by what looks odd.");
        _failedDeliveries = _meter.CreateCounter<long>("activitymgmt.events.failed", "{delivery}", "Deliveries of events that failed, by subscriber; (outbox) when the outbox itself failed.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _source.Dispose();
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    internal Running Begin(string useCase) => new(this, useCase);

    internal void Happened(IEnumerable<DomainEvent> events)
    {
        foreach (var made in events.OfType<CheckpointMade>())
        {
            _checkpoints.Add(1, new KeyValuePair<string, object?>("status", made.Status.ToString()));
        }

        foreach (var noticed in events.OfType<PlausibilityNoticed>())
        {
            _notices.Add(1, new KeyValuePair<string, object?>("code", noticed.Code));
        }
    }

    internal void Received(IntakeResult? intake)
    {
        if (intake is null)
        {
            return;
        }

        (string Outcome, int Count)[] counts =
        [
            ("added", intake.Added), ("revised", intake.Revised), ("repeated", intake.Repeated), ("stale", intake.Stale), ("removed", intake.Removed), ("rejected", intake.Conflicts.Count),
        ];
        foreach (var (outcome, count) in counts.Where(c => c.Count > 0))
        {
            _facts.Add(count, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    internal void Failed(IEnumerable<FailedDelivery> failures)
    {
        foreach (var failure in failures)
        {
            _failedDeliveries.Add(1, new KeyValuePair<string, object?>("subscriber", failure.Subscriber));
        }
    }

    /// <summary>The outbox itself failed, so that no subscriber was asked.</summary>
    internal void OutboxFailed() => _failedDeliveries.Add(1, new KeyValuePair<string, object?>("subscriber", Outbox));

    /// <summary>One use case from its begin to its end; one that doesn't say how it ended has failed.</summary>
    internal sealed class Running(ActivityTelemetry telemetry, string useCase) : IDisposable
    {
        private readonly long _began = Stopwatch.GetTimestamp();
        private readonly Activity? _activity = telemetry._source.StartActivity(useCase);
        private string _outcome = "failed";

        public void End(string outcome) => _outcome = outcome;

        public void Dispose()
        {
            _activity?.SetTag("outcome", _outcome);
            _activity?.SetStatus(_outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
            _activity?.Dispose();
            telemetry._duration.Record(
                Stopwatch.GetElapsedTime(_began).TotalSeconds, new KeyValuePair<string, object?>("use_case", useCase), new KeyValuePair<string, object?>("outcome", _outcome));
        }
    }
}
