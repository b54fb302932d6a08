using System.Text;

namespace BranchQuarter.DataGenerator;

/// <summary>SplitMix64 with named substreams: each thing rolls its own dice, so a new row somewhere leaves all others as they are.</summary>
/// <remarks>Integer arithmetic only, so every platform rolls the same numbers.</remarks>
internal sealed class Dice
{
    private const ulong Seed = 20260930;
    private ulong _state;

    private Dice(ulong state) => _state = state;

    public static Dice For(string stream) => new(Hash(stream));

    /// <summary>A number that belongs to a name; the rows with the smallest numbers win a lottery.</summary>
    public static ulong Lot(string name) => For(name).Roll();

    /// <summary>0 to <paramref name="bound"/> − 1.</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)Math.BigMul(Roll(), (ulong)bound, out _);
    }

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(int perMille) => Below(1000) < perMille;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public T Weighted<T>(IReadOnlyList<(T Choice, int Weight)> choices)
    {
        int left = Below(choices.Sum(c => c.Weight));
        foreach ((T choice, int weight) in choices)
        {
            left -= weight;
            if (left < 0)
            {
                return choice;
            }
        }

        throw new ArgumentException("Weights must be positive.", nameof(choices));
    }

    private ulong Roll()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            ulong z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    private static ulong Hash(string stream)
    {
        ulong hash = 0xCBF29CE484222325 ^ Seed;
        foreach (byte b in Encoding.UTF8.GetBytes(stream))
        {
            hash = unchecked((hash ^ b) * 0x100000001B3);
        }

        return hash;
    }
}
