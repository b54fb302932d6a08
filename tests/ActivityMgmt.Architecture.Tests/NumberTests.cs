namespace ActivityMgmt.Architecture.Tests;

/// <summary>Money, ratios and thresholds are exact: the model and the pay packages show no binary floating point.</summary>
public class NumberTests
{
    private const BindingFlags Visible =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("ActivityMgmt.Domain")]
    [InlineData("ActivityMgmt.Incentives")]
    public void Public_members_use_no_double_and_no_float(string package) =>
        Rule.Holds(FloatingPoint(Packages.PublicTypes([Packages.Load(package)])));

    [Fact]
    public void A_double_or_float_is_found_wherever_it_hides() =>
        Assert.Equal(
            new[] { ".ctor", "Field", "Given", "Given", "Last", "Taken", "get_Last" }.Select(member => $"{typeof(PlantedFloats)}.{member}").Order(StringComparer.Ordinal),
            FloatingPoint([typeof(PlantedFloats)]).Order(StringComparer.Ordinal));

    private static IEnumerable<string> FloatingPoint(IEnumerable<Type> types) =>
        from type in types
        from member in type.GetMembers(Visible)
        where TypesIn(member).Any(IsFloatingPoint)
        select $"{type}.{member.Name}";

    private static IEnumerable<Type> TypesIn(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
        _ => [],
    };

    private static bool IsFloatingPoint(Type type) =>
        type == typeof(double) || type == typeof(float) || type == typeof(Half)
        || (type.HasElementType && IsFloatingPoint(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericArguments().Any(IsFloatingPoint));
}
