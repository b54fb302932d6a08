using System.Globalization;

namespace ActivityMgmt.Testing;

/// <summary>One run of a check: the port, tenants of its own, and what to say when something is not as promised.</summary>
internal sealed class Trial<TPort>(TPort port, string portName, string check, int number, ConformanceOptions options, CancellationToken cancellation)
{
    private const string Nobody = "(nothing)";
    private const int ShownWhole = 6;

    public TPort Port => port;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The caller of most checks.</summary>
    public CallContext Call { get; } = CallOf(string.Create(CultureInfo.InvariantCulture, $"conformance-{portName}-{number}"));

    /// <summary>A caller of another tenant, in other letters.</summary>
    public CallContext Stranger { get; } = CallOf(string.Create(CultureInfo.InvariantCulture, $"租户-{portName}-{number}"));

    /// <summary>A caller who names no tenant.</summary>
    public static CallContext WithoutTenant { get; } = new(default, CallContext.SystemActor);

    public ConformanceException Failed(string what, string expected, string actual, Exception? inner = null) => new(portName, check, what, expected, actual, inner);

    // Constrained, so that lists are compared item by item, by the overload below.
    public void Equal<T>(string what, T? expected, T? actual)
        where T : IEquatable<T>
    {
        if (!EqualityComparer<T?>.Default.Equals(expected, actual))
        {
            throw Failed(what, Show(expected), Show(actual));
        }
    }

    public void Equal(string what, int? expected, int? actual)
    {
        if (expected != actual)
        {
            throw Failed(what, Show(expected), Show(actual));
        }
    }

    public void Equal<T>(string what, IEnumerable<T> expected, IEnumerable<T> actual)
    {
        T[] wanted = [.. expected];
        T[] found = [.. actual];
        if (wanted.SequenceEqual(found))
        {
            return;
        }

        if (wanted.Length <= ShownWhole && found.Length <= ShownWhole)
        {
            throw Failed(what, ShowAll(wanted), ShowAll(found));
        }

        var first = Enumerable.Range(0, Math.Min(wanted.Length, found.Length)).TakeWhile(i => EqualityComparer<T>.Default.Equals(wanted[i], found[i])).Count();
        throw Failed(what, At(wanted, first), At(found, first));
    }

    public void IsTrue(string what, bool holds, string expected, string actual)
    {
        if (!holds)
        {
            throw Failed(what, expected, actual);
        }
    }

    /// <summary>The exception of a type that the work throws.</summary>
    public async Task<TException> ThrowsAsync<TException>(string what, Func<Task> work)
        where TException : Exception
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (TException e)
        {
            return e;
        }
        catch (Exception e)
        {
            throw Failed(what, typeof(TException).Name, $"{e.GetType().Name}: {e.Message}", e);
        }

        throw Failed(what, typeof(TException).Name, "no exception");
    }

    public async Task RefusedWithoutTenantAsync(string what, Func<CallContext, Task> work) =>
        await ThrowsAsync<ArgumentException>($"{what} by a call without tenant", () => work(WithoutTenant)).ConfigureAwait(false);

    public async Task CancelledAsync(string what, Func<CancellationToken, Task> work) =>
        await ThrowsAsync<OperationCanceledException>($"{what} with a cancelled token", () => work(new CancellationToken(canceled: true))).ConfigureAwait(false);

    /// <summary>Whether the work succeeded, or lost against somebody else.</summary>
    public static async Task<bool> WonAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    /// <summary>Runs something several times at once, each in a thread of the pool.</summary>
    public static Task<T[]> AtOnceAsync<T>(int times, Func<int, Task<T>> work) => Task.WhenAll(Enumerable.Range(0, times).Select(n => Task.Run(() => work(n))));

    /// <summary>Tries one seed after the other, each with a caller of its own.</summary>
    public async Task ByChanceAsync(Func<Random, CallContext, Task> round)
    {
        for (var seed = options.FirstSeed; seed < options.FirstSeed + options.Rounds; seed++)
        {
            try
            {
                await round(new Random(seed), CallOf(string.Create(CultureInfo.InvariantCulture, $"{Call.Tenant}-{seed}"))).ConfigureAwait(false);
            }
            catch (ConformanceException e)
            {
                throw e.At(seed);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw Failed("Something was thrown that no promise allows.", "no exception", $"{e.GetType().Name}: {e.Message}", e).At(seed);
            }
        }
    }

    private static CallContext CallOf(string tenant) => new(new(tenant), new("conformance"));

    private static string At<T>(T[] values, int index) => string.Create(
        CultureInfo.InvariantCulture, $"{values.Length} in all, number {index + 1} is {(index < values.Length ? Show(values[index]) : Nobody)}");

    private static string Show<T>(T value) => value is null ? Nobody : Convert.ToString(value, CultureInfo.InvariantCulture) ?? Nobody;

    private static string ShowAll<T>(T[] values) =>
        values.Length == 0 ? Nobody : string.Create(CultureInfo.InvariantCulture, $"{values.Length}: {string.Join("; ", values.Select(v => Show(v)))}");
}
