using System.Text.Json.Serialization.Metadata;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class StorableAggregatesTests
{
    public static TheoryData<Type> Aggregates =>
    [
        .. typeof(IAggregate).Assembly.GetExportedTypes().Concat(typeof(ActivityMgmt.Incentives.Statement).Assembly.GetExportedTypes()).Where(t => t is { IsInterface: false } && t.IsAssignableTo(typeof(IAggregate))),
    ];

    [Theory]
    [MemberData(nameof(Aggregates))]
    public void Every_aggregate_of_the_packages_can_be_stored_and_read_back(Type aggregate) => Walk(aggregate, []);

    [Fact]
    public void There_are_aggregates_of_every_package_to_look_at()
    {
        var types = Aggregates.Cast<object[]>().Select(row => row[0]).ToArray();

        Assert.Contains(typeof(Goal), types);
        Assert.Contains(typeof(ActivityMgmt.Incentives.Statement), types);
    }

    // Asking for a type's contract runs the checks that refuse what wouldn't come back; members are asked for only when they are met.
    private static void Walk(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return;
        }

        var contract = StoredJson.Options.GetTypeInfo(type);
        foreach (var member in contract.Properties.Select(p => p.PropertyType)
            .Concat(contract.PolymorphismOptions?.DerivedTypes.Select(d => d.DerivedType) ?? [])
            .Concat(type.IsGenericType ? type.GetGenericArguments() : []))
        {
            Assert.NotEqual(typeof(object), member);
            Assert.NotEqual(typeof(double), member);
            Walk(member, seen);
        }

        Assert.True(contract.Kind != JsonTypeInfoKind.None || type.IsPrimitive || type.IsEnum || type == typeof(string) || HasConverterOfOurs(contract) || Nullable.GetUnderlyingType(type) is not null, $"{type} is written in no known way.");
    }

    private static bool HasConverterOfOurs(JsonTypeInfo contract) =>
        contract.Converter.GetType().Namespace is { } space && (space.StartsWith("ActivityMgmt", StringComparison.Ordinal) || space.StartsWith("NodaTime", StringComparison.Ordinal));
}
