namespace BranchQuarter.DataGenerator;

/// <summary>Simulates the branch, agent by agent, without any defect.</summary>
internal static class Branch
{
    public static Export Simulate()
    {
        Export export = new();
        export.Add(Market.Rows());
        foreach (Agent agent in Roster.Hire())
        {
            export.Add(AgentRows.Of(agent));
            export.Add(Training.Of(agent));
            Simulate(agent, export);
        }

        // Nothing that happened after the last delivery was known.
        export.RemoveWhere(row => row.On > SampleDates.LastDelivery);
        return export;
    }

    private static void Simulate(Agent agent, Export export)
    {
        Policy[] old = [.. BookOf2025.Of(agent)];
        // What ended before 2026 is not part of the export.
        Opportunity[] opportunities = [.. new LeadBook(agent, old).Opportunities().Where(o => o.Stages[^1].On >= SampleDates.HistoryStart)];
        Policy[] sold = [.. opportunities.Where(o => o.WonOn is not null).Select(o => Policy.From(o, agent, o.WonOn!.Value))];
        Policy[] book = [.. old, .. sold];

        export.Add(opportunities.Select(o => o.Customer).Concat(book.Select(p => p.Customer)).DistinctBy(c => c.No).Select(c => c.Row()));
        export.Add(opportunities.SelectMany(o => o.StageRows()));

        IEnumerable<Activity> activities = DayPlan.Schedule(opportunities.SelectMany(o => o.Activities).Concat(ServiceVisits.Of(agent, book)))
            .Concat(Meetings.Of(agent))
            .Where(a => a.On >= SampleDates.HistoryStart);
        foreach (Activity activity in activities)
        {
            export.Add(activity.Row());
            export.Add(CustomerVoice.After(activity, agent));
        }

        Renewals renewals = new(agent);
        foreach (Policy policy in book)
        {
            export.Add(policy.Row());
            export.Add(PolicyLife.Start(policy));
            export.Add(CustomerVoice.After(policy));
        }

        export.Add(old.SelectMany(renewals.Of));
    }
}
