namespace ActivityMgmt.Architecture.Tests;

/// <summary>What the public types of every package promise by their shape, place and name.</summary>
public class PublicTypeTests
{
    private static readonly string[] EmptyEndings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Common", "Base"];

    private static IEnumerable<Type> Types => Packages.PublicTypes(Packages.All);

    [Fact]
    public void Public_types_are_sealed_abstract_or_static() => Rule.Holds(OpenForInheritance(Types));

    [Fact]
    public void A_class_open_for_inheritance_is_found() =>
        Assert.Equal(
            [$"{typeof(PlantedOpenClass)} is neither sealed nor abstract"],
            OpenForInheritance([
                typeof(PlantedOpenClass), typeof(PlantedClosedRecord), typeof(DayOfWeek), typeof(int), typeof(Action), typeof(IDisposable), typeof(Math)]));

    [Fact]
    public void Public_types_live_in_the_namespace_of_their_package() => Rule.Holds(ElsewhereThanTheirPackage(Types));

    [Fact]
    public void A_type_in_another_namespace_is_found() =>
        Assert.Equal(
            [
                $"{typeof(Planted.DeepNamespace)} is in ActivityMgmt.Architecture.Tests.Planted",
                $"{typeof(Microsoft.Extensions.DependencyInjection.PlantedService)} is in Microsoft.Extensions.DependencyInjection",
            ],
            ElsewhereThanTheirPackage([
                typeof(Planted.DeepNamespace),
                typeof(PlantedOpenClass),
                typeof(Microsoft.Extensions.DependencyInjection.PlantedService),
                typeof(Microsoft.Extensions.DependencyInjection.PlantedExtensions)]));

    [Fact]
    public void Public_types_have_names_that_say_what_they_are() => Rule.Holds(EmptyNames(Types));

    [Fact]
    public void A_name_that_says_nothing_is_found() =>
        Assert.Equal(
            [$"{typeof(PlantedGoalManager)} ends in Manager", $"{typeof(PlantedRuleBase<>)} ends in Base"],
            EmptyNames([typeof(PlantedGoalManager), typeof(PlantedRuleBase<>), typeof(PlantedOpenClass)]));

    [Fact]
    public void Interfaces_start_with_I() => Rule.Holds(InterfacesWithoutI(Types));

    [Fact]
    public void An_interface_without_I_is_found() =>
        Assert.Equal(
            [$"{typeof(PlantedPort)} is an interface", $"{typeof(Insured)} is an interface"],
            InterfacesWithoutI([typeof(PlantedPort), typeof(Insured), typeof(IDisposable)]));

    private static IEnumerable<string> OpenForInheritance(IEnumerable<Type> types) =>
        types
            .Where(type => type is { IsSealed: false, IsAbstract: false }) // static classes, enums, structs and delegates are sealed
            .Select(type => $"{type} is neither sealed nor abstract");

    private static IEnumerable<string> ElsewhereThanTheirPackage(IEnumerable<Type> types) =>
        types
            .Where(type => type.Namespace != type.Assembly.GetName().Name)
            .Where(type => !(type is { IsAbstract: true, IsSealed: true, Namespace: "Microsoft.Extensions.DependencyInjection" }))
            .Select(type => $"{type} is in {type.Namespace}");

    private static IEnumerable<string> EmptyNames(IEnumerable<Type> types) =>
        from type in types
        let name = NameWithoutArity(type)
        from ending in EmptyEndings
        where name.EndsWith(ending, StringComparison.Ordinal)
        select $"{type} ends in {ending}";

    private static IEnumerable<string> InterfacesWithoutI(IEnumerable<Type> types) =>
        types
            .Where(type => type.IsInterface && !(type.Name[0] == 'I' && char.IsUpper(type.Name[1])))
            .Select(type => $"{type} is an interface");

    private static string NameWithoutArity(Type type) => type.Name.Split('`')[0];
}
