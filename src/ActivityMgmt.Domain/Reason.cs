using System.Globalization;

namespace ActivityMgmt.Domain;

/// <summary>Why something is as it is: a code and the values behind it. Text is made at the edge, by <see cref="ITexts"/>, in the reader's language.</summary>
public sealed class Reason : IEquatable<Reason>
{
    private Reason(string code, IReadOnlyList<KeyValuePair<string, ReasonValue>> values)
    {
        Code = code;
        Values = values;
    }

    /// <summary>The stable code, such as <c>kpi.no-facts</c>: package, dot, what happened.</summary>
    public string Code { get; }

    /// <summary>The values by name, in the order in which they were given.</summary>
    public IReadOnlyList<KeyValuePair<string, ReasonValue>> Values { get; }

    /// <summary>A reason with its values.</summary>
    public static Reason Of(string code, params (string Name, ReasonValue Value)[] values)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentNullException.ThrowIfNull(values);
        return new(code, Array.ConvertAll(values, v => KeyValuePair.Create(v.Name, v.Value)));
    }

    /// <summary>A reason read back from storage.</summary>
    public static Reason Of(string code, IEnumerable<KeyValuePair<string, ReasonValue>> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        return new(code, [.. values]);
    }

    /// <summary>The value with a name.</summary>
    /// <exception cref="KeyNotFoundException">The reason has no such value.</exception>
    public ReasonValue this[string name]
    {
        get
        {
            foreach (var (key, value) in Values)
            {
                if (key == name)
                {
                    return value;
                }
            }

            throw new KeyNotFoundException($"Reason '{Code}' has no value '{name}'.");
        }
    }

    /// <inheritdoc/>
    public bool Equals(Reason? other) => other is not null && Code == other.Code && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Reason);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Values.Count);

    /// <summary>Code and values, culture-invariant; for logs and tests.</summary>
    public override string ToString() => Values.Count == 0
        ? Code
        : string.Create(CultureInfo.InvariantCulture, $"{Code} ({string.Join(", ", Values.Select(v => $"{v.Key}: {v.Value.Text}"))})");
}
