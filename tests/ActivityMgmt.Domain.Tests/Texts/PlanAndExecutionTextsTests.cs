using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ActivityMgmt.Domain.Tests;

public class PlanAndExecutionTextsTests
{
    private static readonly Regex Code = new("\"((?:execution|plausibility|points|cadence|reminder)\\.[A-Za-z0-9-]+)\"");

    [SourceFact]
    public void Every_code_of_plans_and_execution_has_a_wording()
    {
        var used = Sources.Code().SelectMany(source => Code.Matches(source.Text).Select(m => m.Groups[1].Value)).ToHashSet();

        Assert.Equal(24, used.Count);
        Assert.Empty(used.Except(Wordings()));
    }

    [SourceFact]
    public void Every_state_event_and_built_in_activity_has_a_name() => Assert.Empty(
        Enum.GetNames<WeekPlanState>().Select(n => "week.state." + n)
            .Concat(Enum.GetNames<WorkItemState>().Select(n => "work.state." + n))
            .Concat(Enum.GetNames<WorkItemEvent>().Select(n => "work.event." + n))
            .Concat(new[] { "call", "appointment", "interview", "needs-analysis", "proposal", "closing", "service", "meeting" }.Select(n => "activity." + n))
            .Except(Wordings()));

    private static IEnumerable<string> Wordings() =>
        XDocument.Load(Path.Combine(Sources.Domain, "Texts", "DomainTexts.resx")).Root!.Elements("data").Select(d => d.Attribute("name")!.Value);
}
