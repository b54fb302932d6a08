using System.Globalization;
using System.Text;

namespace ActivityMgmt.Testing;

/// <summary>An implementation of a port doesn't keep a promise of the port.</summary>
public sealed class ConformanceException : Exception
{
    internal ConformanceException(string port, string check, string what, string expected, string actual, Exception? innerException = null)
        : this(port, check, what, expected, actual, null, innerException)
    {
    }

    private ConformanceException(string port, string check, string what, string expected, string actual, int? seed, Exception? innerException)
        : base(Text(port, check, what, expected, actual, seed), innerException)
    {
        Port = port;
        Check = check;
        What = what;
        Expected = expected;
        Actual = actual;
        Seed = seed;
    }

    /// <summary>The port, such as <c>IFactStore</c>.</summary>
    public string Port { get; }

    /// <summary>The name of the check.</summary>
    public string Check { get; }

    /// <summary>What was looked at when it failed.</summary>
    public string What { get; }

    /// <summary>What was expected.</summary>
    public string Expected { get; }

    /// <summary>What came.</summary>
    public string Actual { get; }

    /// <summary>The seed of a random check that failed; run it alone with <see cref="ConformanceOptions"/>. <see langword="null"/> for a check without chance.</summary>
    public int? Seed { get; }

    internal ConformanceException At(int seed) => new(Port, Check, What, Expected, Actual, seed, InnerException);

    private static string Text(string port, string check, string what, string expected, string actual, int? seed)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{port}: {check}.\n  {what}\n  Expected: {expected}\n  Actual:   {actual}");
        return seed is { } number ? text.Append(CultureInfo.InvariantCulture, $"\n  Seed:     {number}").ToString() : text.ToString();
    }
}
