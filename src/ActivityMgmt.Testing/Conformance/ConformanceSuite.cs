namespace ActivityMgmt.Testing;

/// <summary>All checks of one port. Knows no test framework: a test gets a name, and runs it.</summary>
/// <typeparam name="TPort">What is checked: the port, or the ports that belong together.</typeparam>
public sealed class ConformanceSuite<TPort>
{
    private readonly Dictionary<string, ConformanceCheck<TPort>> _byName;

    internal ConformanceSuite(string port, IEnumerable<(string Name, Func<Trial<TPort>, Task> Run)> checks)
    {
        Port = port;
        Checks = [.. checks.Select((c, i) => new ConformanceCheck<TPort>(port, i + 1, c.Name, c.Run))];
        _byName = Checks.ToDictionary(c => c.Name, StringComparer.Ordinal);
    }

    /// <summary>The port, such as <c>IFactStore</c>.</summary>
    public string Port { get; }

    /// <summary>The checks, in the order in which they are best read.</summary>
    public IReadOnlyList<ConformanceCheck<TPort>> Checks { get; }

    /// <summary>The names of the checks: what a test framework's theory runs over.</summary>
    public IReadOnlyList<string> Names => [.. Checks.Select(c => c.Name)];

    /// <summary>Runs the check with a name; see <see cref="ConformanceCheck{TPort}.RunAsync"/>.</summary>
    /// <param name="check">One of <see cref="Names"/>.</param>
    /// <param name="port">The implementation; it holds nothing for the check's tenants, so a check runs once on one store.</param>
    /// <param name="options">Seeds for checks with chance in them; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellation">Handed to every call of the port.</param>
    /// <exception cref="KeyNotFoundException">The suite has no such check.</exception>
    /// <exception cref="ConformanceException">The promise is not kept.</exception>
    public Task RunAsync(string check, TPort port, ConformanceOptions? options = null, CancellationToken cancellation = default) =>
        _byName.TryGetValue(check, out var found)
            ? found.RunAsync(port, options, cancellation)
            : throw new KeyNotFoundException($"{Port} has no check '{check}'.");
}
