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

        IReadings readings = engine.Open(facts, document);         // throws DocumentException with every mistake, line and column
        Reading reading = readings.Read(new MeasureId("closing-ratio"), Subject.Of(agent), FiscalCalendars.Gregorian.IntervalOf(new Quarter(2026, 3)));
        // docs:end read
        return reading;
    }
}
