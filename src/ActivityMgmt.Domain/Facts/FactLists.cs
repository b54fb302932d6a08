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
        Recruits = [.. inOrder.OfType<RecruitFact>()];
        Consents = [.. inOrder.OfType<ConsentFact>()];
        PremiumsDue = [.. inOrder.OfType<PremiumDueFact>()];
        Appointments = [.. inOrder.OfType<AppointmentFact>()];
        Attendance = [.. inOrder.OfType<AttendanceFact>()];
        GroupEvents = [.. inOrder.OfType<GroupEventFact>()];
        Entries = [.. inOrder.OfType<EntryFact>()];
        Teams = [.. inOrder.OfType<TeamFact>()];
        Lineage = [.. inOrder.OfType<LineageFact>()];
        Leaves = [.. inOrder.OfType<LeaveFact>()];
        Roles = [.. inOrder.OfType<PolicyRoleFact>()];
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
        Recruits = UpTo(whole.Recruits, date);
        Consents = UpTo(whole.Consents, date);
        PremiumsDue = UpTo(whole.PremiumsDue, date);
        Appointments = UpTo(whole.Appointments, date);
        Attendance = UpTo(whole.Attendance, date);
        GroupEvents = UpTo(whole.GroupEvents, date);
        Entries = UpTo(whole.Entries, date);
        (Agents, Assignments, Licences, Teams) = (whole.Agents, whole.Assignments, whole.Licences, whole.Teams);
        (Lineage, Leaves, Roles) = (whole.Lineage, whole.Leaves, whole.Roles);
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

    public RecruitFact[] Recruits { get; }

    public ConsentFact[] Consents { get; }

    public PremiumDueFact[] PremiumsDue { get; }

    public AppointmentFact[] Appointments { get; }

    public AttendanceFact[] Attendance { get; }

    public GroupEventFact[] GroupEvents { get; }

    public EntryFact[] Entries { get; }

    public TeamFact[] Teams { get; }

    public LineageFact[] Lineage { get; }

    public LeaveFact[] Leaves { get; }

    public PolicyRoleFact[] Roles { get; }

    /// <summary>Whether a fact is in force for a time, so that a cut keeps it even when it begins later.</summary>
    public static bool IsInForceForATime(Fact fact) => fact is AgentFact or LicenceFact or AssignmentFact or TeamFact or LineageFact or LeaveFact or PolicyRoleFact;

    // What was dated up to a day, included; what is in force for a time stays, as FactBook.UpTo says.
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
