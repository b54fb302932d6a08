namespace ActivityMgmt.Domain;

// The facts of a book by kind, each in canonical order. A cut copies nothing: it sees the front part of the whole book's lists.
internal sealed class FactLists
{
    public FactLists(Fact[] inOrder)
    {
        Activities = Of<ActivityFact>(inOrder);
        Opportunities = Of<OpportunityFact>(inOrder);
        Policies = Of<PolicyFact>(inOrder);
        PolicyEvents = Of<PolicyEventFact>(inOrder);
        Premiums = Of<PremiumFact>(inOrder);
        Trainings = Of<TrainingFact>(inOrder);
        Feedback = Of<FeedbackFact>(inOrder);
        Market = Of<MarketFact>(inOrder);
        Customers = Of<CustomerFact>(inOrder);
        Agents = Of<AgentFact>(inOrder);
        Assignments = Of<AssignmentFact>(inOrder);
        Licences = Of<LicenceFact>(inOrder);
        Recruits = Of<RecruitFact>(inOrder);
        Consents = Of<ConsentFact>(inOrder);
        PremiumsDue = Of<PremiumDueFact>(inOrder);
        Appointments = Of<AppointmentFact>(inOrder);
        Attendance = Of<AttendanceFact>(inOrder);
        GroupEvents = Of<GroupEventFact>(inOrder);
        Entries = Of<EntryFact>(inOrder);
        Teams = Of<TeamFact>(inOrder);
        Lineage = Of<LineageFact>(inOrder);
        Leaves = Of<LeaveFact>(inOrder);
        Roles = Of<PolicyRoleFact>(inOrder);
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

    public IReadOnlyList<ActivityFact> Activities { get; }

    public IReadOnlyList<OpportunityFact> Opportunities { get; }

    public IReadOnlyList<PolicyFact> Policies { get; }

    public IReadOnlyList<PolicyEventFact> PolicyEvents { get; }

    public IReadOnlyList<PremiumFact> Premiums { get; }

    public IReadOnlyList<TrainingFact> Trainings { get; }

    public IReadOnlyList<FeedbackFact> Feedback { get; }

    public IReadOnlyList<MarketFact> Market { get; }

    public IReadOnlyList<CustomerFact> Customers { get; }

    public IReadOnlyList<AgentFact> Agents { get; }

    public IReadOnlyList<AssignmentFact> Assignments { get; }

    public IReadOnlyList<LicenceFact> Licences { get; }

    public IReadOnlyList<RecruitFact> Recruits { get; }

    public IReadOnlyList<ConsentFact> Consents { get; }

    public IReadOnlyList<PremiumDueFact> PremiumsDue { get; }

    public IReadOnlyList<AppointmentFact> Appointments { get; }

    public IReadOnlyList<AttendanceFact> Attendance { get; }

    public IReadOnlyList<GroupEventFact> GroupEvents { get; }

    public IReadOnlyList<EntryFact> Entries { get; }

    public IReadOnlyList<TeamFact> Teams { get; }

    public IReadOnlyList<LineageFact> Lineage { get; }

    public IReadOnlyList<LeaveFact> Leaves { get; }

    public IReadOnlyList<PolicyRoleFact> Roles { get; }

    /// <summary>Whether a fact is in force for a time, so that a cut keeps it even when it begins later.</summary>
    public static bool IsInForceForATime(Fact fact) => fact is AgentFact or LicenceFact or AssignmentFact or TeamFact or LineageFact or LeaveFact or PolicyRoleFact;

    // What was dated up to a day, included; what is in force for a time stays, as FactBook.UpTo says. Only of a whole book's lists: nothing is copied.
    public FactLists UpTo(LocalDate date) => new(this, date);

    // In canonical order what was dated up to a day stands in front: a cut looks at it where it is. Only of a whole book's facts, which are arrays.
    public static ArraySegment<T> UpTo<T>(IReadOnlyList<T> facts, LocalDate date)
        where T : Fact
    {
        var all = (T[])facts;
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = all[middle].Date <= date ? (middle + 1, high) : (low, middle);
        }

        return new(all, 0, low);
    }

    private static T[] Of<T>(Fact[] inOrder)
        where T : Fact => [.. inOrder.OfType<T>()];
}
