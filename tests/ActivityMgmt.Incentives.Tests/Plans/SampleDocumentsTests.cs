using System.Runtime.CompilerServices;
using ActivityMgmt.Kpi;

namespace ActivityMgmt.Incentives.Tests.PayPlans;

public class SampleDocumentsTests
{
    private static readonly IReadings Readings = new KpiEngine().Open(Some.Book(), Document("kpis.json", DocumentKinds.Kpis), Calendars.Default);

    [Fact]
    public void The_sample_pay_plan_is_valid() =>
        Assert.Equal(["first-year-commission", "clawback", "quarter-bonus"], PayPlan.Read(Document("pay-plan.json", DocumentKinds.PayPlan), Readings.Measures).ComponentIds);

    [Fact]
    public void The_sample_assessment_is_valid() =>
        Assert.Equal(["A1", "A2", "A3", "S1"], AssessmentRules.Read(Document("assessment.json", DocumentKinds.Assessment), Readings.Measures).Ranks);

    [Fact]
    public void The_sample_incentives_are_valid() =>
        Assert.Equal("季度之星", IncentiveRules.Read(Document("incentives.json", DocumentKinds.Incentives), Readings.Measures).Texts.Find("title.quarter-star", System.Globalization.CultureInfo.GetCultureInfo("zh-CN")));

    private static PublishedDocument Document(string file, string kind)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), file));
        return DocumentHeader.Read(DocumentNode.Parse(text, file)).ToPublished(kind, text);
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../samples/BranchQuarter/data/documents"));
}
