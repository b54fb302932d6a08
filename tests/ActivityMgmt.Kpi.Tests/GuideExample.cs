using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Kpi.Tests;

/// <summary>The guide's code, compiled: what a host does to read a measure.</summary>
internal static class GuideExample
{
    public static Reading Read(IServiceCollection services, FactBook facts, PublishedDocument document, AgentId agent)
    {
        // docs:start read
        services.AddActivityManagement(activity => activity.AddKpi());
        using var provider = services.BuildServiceProvider();
        var engine = provider.GetRequiredService<IKpiEngine>();

        IReadings readings = engine.Open(facts, document, Calendars.Default);   // throws DocumentException with every mistake, line and column
        Reading reading = readings.Read(new MeasureId("closing-ratio"), Subject.Of(agent), FiscalCalendars.Gregorian.IntervalOf(new Quarter(2026, 3)));
        // docs:end read
        return reading;
    }

    public static void Explain(IReadings readings, AgentId agent, PolicyFact policy, DateInterval july, ITexts texts, System.Globalization.CultureInfo reader)
    {
        // docs:start why-not
        foreach (ExcludedFact excluded in ((IExplainedReadings)readings).WhyNot(new MeasureId("fyp"), Subject.Of(agent), july, about: policy.Key).Facts)
        {
            Console.WriteLine($"{excluded.Fact}: {string.Join(" ", excluded.Reasons.Select(reason => texts.Explain(reason, reader)))}");
        }
        // docs:end why-not
    }

    public static void Batch(PublishedDocument document, FactBook facts, IReadOnlyList<DateInterval> months)
    {
        // docs:start batch
        KpiBatch batch = KpiBatch.Compile(document, SubjectKind.Agent, months);   // once; batch.Refused names what it can't do
        FactColumns columns = batch.Load(facts);
        KpiTable table = batch.Run(columns);                                       // every measure, agent and month
        foreach (string agent in table.Subjects)
        {
            Reading reading = table.Read(new MeasureId("closing-ratio"), Subject.Of(new AgentId(agent)), months[^1]);
            Console.WriteLine($"{agent}: {reading}");
        }
        // docs:end batch
    }
}
