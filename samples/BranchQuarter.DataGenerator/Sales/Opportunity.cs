using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>One customer's way through the funnel: the stages entered and what the agent did.</summary>
internal sealed record Opportunity(string No, string Agent, Customer Customer, LocalDate LeadOn, Product Product, int Premium)
{
    public List<(string Stage, LocalDate On)> Stages { get; } = [("LEAD", LeadOn)];

    public List<Activity> Activities { get; } = [];

    /// <summary>The day on which the policy was submitted.</summary>
    public LocalDate? WonOn => Stages[^1] is ("WON", var on) ? on : null;

    /// <summary>Product and premium stand in the CRM once the needs are known.</summary>
    public IEnumerable<ExportRow> StageRows()
    {
        bool known = false;
        for (int i = 0; i < Stages.Count; i++)
        {
            (string stage, LocalDate on) = Stages[i];
            known |= stage == "NEED";
            yield return new ExportRow(
                ExportFile.Stages, on, $"{No}-S{Text.Of(i + 1)}", No, Agent, Customer.No, stage, known ? Product.Code : "", known ? Text.Of((decimal)Premium) : "", Text.Of(on))
            {
                Place = EndOfDay + i,
            };
        }
    }

    // Stages follow the day's activities.
    private const int EndOfDay = 1440;
}
