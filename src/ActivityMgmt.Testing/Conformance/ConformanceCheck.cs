namespace ActivityMgmt.Testing;

/// <summary>One promise of a port, and how to find out whether an implementation keeps it.</summary>
/// <typeparam name="TPort">What is checked: the port, or the ports that belong together.</typeparam>
public sealed class ConformanceCheck<TPort>
{
    private readonly Func<Trial<TPort>, Task> _run;

    internal ConformanceCheck(string port, int number, string name, Func<Trial<TPort>, Task> run)
    {
        Port = port;
        Number = number;
        Name = name;
        _run = run;
    }

    /// <summary>The port, such as <c>IFactStore</c>.</summary>
    public string Port { get; }

    /// <summary>The promise, as a sentence; unique in its suite.</summary>
    public string Name { get; }

    private int Number { get; }

    /// <summary>Finds out. Uses tenants of its own (such as <c>conformance-IFactStore-7</c>), so that all checks may share one store.</summary>
    /// <param name="port">The implementation; it holds nothing for the check's tenants, so a check runs once on one store.</param>
    /// <param name="options">Seeds for checks with chance in them; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Handed to every call of the port.</param>
    /// <exception cref="ConformanceException">The promise is not kept.</exception>
    public async Task RunAsync(TPort port, ConformanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(port);
        var trial = new Trial<TPort>(port, Port, Name, Number, options ?? new(), cancellation);
        try
        {
            await _run(trial).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is not ConformanceException)
        {
            throw trial.Failed("Something was thrown that no promise allows.", "no exception", $"{e.GetType().Name}: {e.Message}", e);
        }
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
