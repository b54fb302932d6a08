namespace ActivityMgmt.Domain;

// The facts of a book by kind, each in canonical order.
internal sealed class FactLists
{
    public FactLists(Fact[] inOrder)
    {
        Activities = [.. inOrder.OfType<ActivityFact>()];
        Opportunities = [.. inOrder.OfType<OpportunityFact>()];
        Policies = [.. inOrder.OfType<PolicyFact>()];
        PolicyEvents = [.. inOrder.OfType<PolicyEventFact>()];
        Premiums = [.. inOrder.OfType<PremiumFact>()];
        Trainings = [.. inOrder.OfType<TrainingFact>()];
        Feedback = [.. inOrder.OfType<FeedbackFact>()];
        Market = [.. inOrder.OfType<MarketFact>()];
        Customers = [.. inOrder.OfType<CustomerFact>()];
        Agents = [.. inOrder.OfType<AgentFact>()];
        Assignments = [.. inOrder.OfType<AssignmentFact>()];
        Licences = [.. inOrder.OfType<LicenceFact>()];
    }

    private FactLists(FactLists whole, LocalDate date)
    {
        Activities = UpTo(whole.Activities, date);
        Opportunities = UpTo(whole.Opportunities, date);
        Policies = UpTo(whole.Policies, date);
        PolicyEvents = UpTo(whole.PolicyEvents, date);
        Premiums = UpTo(whole.Premiums, date);
        Trainings = UpTo(whole.Trainings, date);
        Feedback = UpTo(whole.Feedback, date);
        Market = UpTo(whole.Market, date);
        Customers = UpTo(whole.Customers, date);
        Agents = UpTo(whole.Agents, date);
        (Assignments, Licences) = (whole.Assignments, whole.Licences);
    }

    public ActivityFact[] Activities { get; }

    public OpportunityFact[] Opportunities { get; }

    public PolicyFact[] Policies { get; }

    public PolicyEventFact[] PolicyEvents { get; }

    public PremiumFact[] Premiums { get; }

    public TrainingFact[] Trainings { get; }

    public FeedbackFact[] Feedback { get; }

    public MarketFact[] Market { get; }

    public CustomerFact[] Customers { get; }

    public AgentFact[] Agents { get; }

    public AssignmentFact[] Assignments { get; }

    public LicenceFact[] Licences { get; }

    // What was dated up to a day, included; assignments and certificates stay, as FactBook.UpTo says.
    public FactLists UpTo(LocalDate date) => new(this, date);

    public static int CountUpTo<T>(T[] facts, LocalDate date)
        where T : Fact
    {
        var (low, high) = (0, facts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = facts[middle].Date <= date ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static T[] UpTo<T>(T[] facts, LocalDate date)
        where T : Fact => facts[..CountUpTo(facts, date)];
}
