using System.Runtime.CompilerServices;

namespace ActivityMgmt.Architecture.Tests;

/// <summary>A value that was handed out never changes. Options (<c>…Options</c>) are the exception: a host fills them before they are frozen.</summary>
public class ImmutabilityTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> Types => Packages.PublicTypes(Packages.All);

    [Fact]
    public void Public_types_have_no_public_instance_fields() => Rule.Holds(InstanceFields(Types));

    [Fact]
    public void A_public_instance_field_is_found_even_when_readonly() =>
        Assert.Equal(
            [$"{typeof(PlantedFields)}.Open", $"{typeof(PlantedFields)}.Fixed"],
            InstanceFields([typeof(PlantedFields), typeof(DayOfWeek)]));

    [Fact]
    public void Public_types_have_no_public_static_field_that_can_change() => Rule.Holds(StaticFieldsThatChange(Types));

    [Fact]
    public void A_public_static_field_that_can_change_is_found() =>
        Assert.Equal([$"{typeof(PlantedFields)}.Shared"], StaticFieldsThatChange([typeof(PlantedFields), typeof(DayOfWeek)]));

    [Fact]
    public void Public_properties_are_set_only_while_their_object_is_made() => Rule.Holds(Setters(Types));

    [Fact]
    public void A_public_setter_is_found() =>
        Assert.Equal(
            [$"{typeof(PlantedSetters)}.Ambient", $"{typeof(PlantedSetters)}.Later"],
            Setters([typeof(PlantedSetters), typeof(PlantedOptions)]));

    private static IEnumerable<string> InstanceFields(IEnumerable<Type> types) =>
        from type in types
        where !type.IsEnum
        from field in type.GetFields(Declared)
        where !field.IsStatic
        select $"{type}.{field.Name}";

    private static IEnumerable<string> StaticFieldsThatChange(IEnumerable<Type> types) =>
        from type in types
        from field in type.GetFields(Declared)
        where field is { IsStatic: true, IsInitOnly: false, IsLiteral: false }
        select $"{type}.{field.Name}";

    private static IEnumerable<string> Setters(IEnumerable<Type> types) =>
        from type in types
        where !type.Name.EndsWith("Options", StringComparison.Ordinal)
        from property in type.GetProperties(Declared)
        where property.SetMethod is { IsPublic: true } setter && !IsInit(setter)
        select $"{type}.{property.Name}";

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
