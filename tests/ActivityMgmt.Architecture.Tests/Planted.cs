// Types that break a rule on purpose: each test shows that its rule finds them.
#pragma warning disable CA1852, CS0649 // not sealed, never assigned: that is the point

namespace ActivityMgmt.Architecture.Tests
{
    internal class PlantedOpenClass;

    internal sealed record PlantedClosedRecord;

    internal sealed class PlantedGoalManager;

    internal abstract class PlantedRuleBase<T>;

    internal interface PlantedPort;

    internal interface Insured;

    internal struct PlantedFields
    {
        public const int Constant = 1;
        public static readonly int Ready = 1;
        public static int Shared;
        public int Open;
        public readonly int Fixed;
    }

    internal sealed class PlantedSetters
    {
        public static int Ambient { get; set; }

        public int Once { get; init; }

        public int Later { get; set; }

        public int Inside { get; private set; }
    }

    internal sealed class PlantedOptions
    {
        public int Later { get; set; }
    }

    internal sealed class PlantedFloats(double value)
    {
        public readonly float[] Field = [(float)value];

        public double? Last => Field[0];

        public static decimal Exact(decimal value) => value;

        public static void Taken(IReadOnlyList<KeyValuePair<string, double>> values) => _ = values;

        public static Task<double> Given() => Task.FromResult(1d);

        public static void Given(out float value) => value = 1;
    }
}

namespace ActivityMgmt.Architecture.Tests.Planted
{
    internal sealed class DeepNamespace;
}

namespace Microsoft.Extensions.DependencyInjection
{
    internal sealed class PlantedService;

    internal static class PlantedExtensions;
}
