using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ActivityMgmt.Architecture.Tests;

/// <summary>Incentives → Kpi → Domain; adapters → what they adapt; the core knows no database, web, host or container.</summary>
public class DependencyTests
{
    [Fact]
    public void Every_package_has_a_row_that_says_what_it_may_reference() =>
        Assert.Equal(
            Packages.MayReference.Keys.Order(),
            Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order());

    [Fact]
    public void Packages_reference_each_other_in_one_direction() =>
        Rule.Holds(Packages.All.SelectMany(a => WrongWay(NameOf(a), References(a), Packages.MayReference[NameOf(a)])));

    [Fact]
    public void A_reference_in_the_wrong_direction_is_found() =>
        Assert.Equal(
            ["ActivityMgmt.Domain references ActivityMgmt.Kpi"],
            WrongWay("ActivityMgmt.Domain", ["System.Runtime", "ActivityMgmt.Kpi"], Packages.MayReference["ActivityMgmt.Domain"]));

    [Fact]
    public void Project_files_reference_each_other_in_one_direction() =>
        Rule.Holds(Packages.MayReference.SelectMany(row => WrongWay(row.Key, Declared(ProjectFile(row.Key), "ProjectReference"), row.Value)));

    [Fact]
    public void A_project_reference_is_read_from_the_project_file() =>
        Assert.Equal(["ActivityMgmt.Domain"], Declared(ProjectFile("ActivityMgmt.Import"), "ProjectReference"));

    [Fact]
    public void Core_packages_use_only_the_listed_libraries() =>
        Rule.Holds(Packages.Core.SelectMany(a => Foreign(NameOf(a), References(a), Packages.CoreMayUse[NameOf(a)])));

    [Fact]
    public void A_foreign_library_is_found() =>
        Assert.Contains(
            "ActivityMgmt.Architecture.Tests references xunit.core",
            Foreign(NameOf(typeof(DependencyTests).Assembly), References(typeof(DependencyTests).Assembly), ["NodaTime"]));

    [Theory]
    [InlineData("System.Data.Common")] // part of the framework, but a database all the same
    [InlineData("System.Net.Http")]
    [InlineData("Microsoft.Extensions.DependencyInjection")] // the container itself; the core takes its abstractions
    [InlineData("Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    public void Databases_web_containers_and_loggers_are_foreign(string library) =>
        Assert.Equal([$"X references {library}"], Foreign("X", [library], Packages.CoreMayUse["ActivityMgmt.Kpi"]));

    [Fact]
    public void Core_project_files_declare_only_the_listed_packages() =>
        Rule.Holds(Packages.CoreMayUse.SelectMany(row => Foreign(row.Key, Declared(ProjectFile(row.Key), "PackageReference"), row.Value)));

    [Fact]
    public void Only_the_DependencyInjection_folder_touches_the_container() =>
        Rule.Holds(ContainerOutsideItsFolder(Repository.Sources));

    [Fact]
    public void A_container_in_another_folder_is_found() =>
        Assert.Equal(
            ["src/X/Rules/A.cs mentions Microsoft.Extensions.DependencyInjection", "src/X/DependencyInjection.cs mentions IServiceProvider"],
            ContainerOutsideItsFolder(
            [
                new("src/X/Rules/A.cs", "using Microsoft.Extensions.DependencyInjection;"),
                new("src/X/DependencyInjection.cs", "internal sealed class B(IServiceProvider services);"),
                new("src/X/DependencyInjection/Extensions.cs", "public static void AddX(this IServiceCollection services)"),
            ]));

    private static IEnumerable<string> WrongWay(string package, IEnumerable<string> references, string[] allowed) =>
        references
            .Where(name => name.StartsWith("ActivityMgmt.", StringComparison.Ordinal) && !allowed.Contains(name))
            .Select(name => $"{package} references {name}");

    private static IEnumerable<string> Foreign(string package, IEnumerable<string> references, string[] allowed) =>
        references
            .Where(name => !name.StartsWith("ActivityMgmt.", StringComparison.Ordinal))
            .Where(name => !IsPlainFramework(name) && !allowed.Contains(name))
            .Select(name => $"{package} references {name}");

    private static IEnumerable<string> ContainerOutsideItsFolder(IEnumerable<TextFile> sources) =>
        from file in sources
        where !file.Path.Contains("/DependencyInjection/", StringComparison.Ordinal)
        let mention = Regex.Match(file.Text, @"Microsoft\.Extensions\.DependencyInjection|\bIService(Collection|Provider)\b")
        where mention.Success
        select $"{file.Path} mentions {mention.Value}";

    private static bool IsPlainFramework(string name) =>
        File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll"))
        && !name.StartsWith("System.Data", StringComparison.Ordinal)
        && !name.StartsWith("System.Net", StringComparison.Ordinal);

    private static string NameOf(Assembly assembly) => assembly.GetName().Name!;

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static XDocument ProjectFile(string package) => XDocument.Parse(Repository.Open($"src/{package}/{package}.csproj").Text);

    private static IEnumerable<string> Declared(XDocument project, string reference) =>
        project.Descendants(reference)
            .Select(item => item.Attribute("Include")?.Value)
            .OfType<string>()
            .Select(include => include.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(include) : include);
}
