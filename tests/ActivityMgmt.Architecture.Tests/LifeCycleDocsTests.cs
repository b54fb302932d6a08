using System.Text.RegularExpressions;
using ActivityMgmt.Domain;

namespace ActivityMgmt.Architecture.Tests;

/// <summary>The diagrams of the life cycles in the docs are those that the code draws.</summary>
public partial class LifeCycleDocsTests
{
    [Theory]
    [InlineData("docs/concepts/life-cycles.md")]
    [InlineData("docs/zh-CN/concepts/life-cycles.md")]
    public void Every_life_cycle_is_drawn_as_it_is(string page)
    {
        var drawn = Diagram().Matches(Repository.Open(page).Text).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["diagram"].Value);

        Assert.Equal(LifeCyclesOfAllPackages().ToDictionary(c => c.Name, c => c.ToMermaid()), drawn);
    }

    [Fact]
    public void Life_cycles_have_names_of_their_own() => Assert.DoesNotContain(LifeCyclesOfAllPackages().GroupBy(c => c.Name), g => g.Count() > 1);

    private static IEnumerable<ILifeCycle> LifeCyclesOfAllPackages() => Packages.PublicTypes(Packages.All)
        .Where(t => t is { IsAbstract: true, IsSealed: true })
        .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(p => typeof(ILifeCycle).IsAssignableFrom(p.PropertyType))
        .Select(p => (ILifeCycle)p.GetValue(null)!);

    [GeneratedRegex("<!-- life cycle: (?<name>[^>]+) -->\n```mermaid\n(?<diagram>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Diagram();
}
