using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Incentives.Tests;

/// <summary>The guide's code, compiled: what a host does to estimate and close pay.</summary>
internal static class GuideExample
{
    public static void Register(IServiceCollection services)
    {
        // docs:start register
        services.AddActivityManagement(activity => activity.AddKpi().AddIncentives() /* and storage */);
        // docs:end register
    }

    public static async Task<(string Json, string Page)> PayAsync(
        Pay pay, CallContext call, AgentId agent, Quarter quarter, PolicyFact policy, PremiumFact premium, PolicyEventFact callback, ITexts texts, IReadOnlyDictionary<string, string> names)
    {
        // docs:start pay
        Statement estimate = await pay.EstimateAsync(call, agent, quarter).OrThrow();
        Statement whatIf = await pay.EstimateAsync(call, agent, quarter, book => book.With(policy).With(premium).With(callback)).OrThrow();
        Console.WriteLine($"One more case is worth {whatIf.Total - estimate.Total}");

        PayClosing closing = await pay.CloseAsync(call, quarter).OrThrow();      // issues what is missing, leaves issued statements as they are
        foreach (var difference in closing.Differences)                // empty unless facts changed since
        {
            Console.WriteLine($"{difference.Issued.Key}: {difference.Adjustment}");
        }

        string json = StatementJson.Write(estimate);                   // canonical: the same bytes everywhere
        string page = StatementMarkdown.Write(estimate, texts, names, CultureInfo.GetCultureInfo("zh-CN"));
        // docs:end pay
        return (json, page);
    }
}
