using System.Text.Json;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>A fact as text; its type follows from its kind, which has a column of its own.</summary>
internal static class FactJson
{
    public static string Write(Fact fact) => JsonSerializer.Serialize(fact, fact.GetType(), StoredJson.Options);

    public static Fact Read(FactKind kind, string content) =>
        (Fact?)JsonSerializer.Deserialize(content, TypeOf(kind), StoredJson.Options) ?? throw new JsonException($"Expected a fact of kind {kind}, found null.");

    /// <summary>Whether a stored text is the same fact, even when an earlier version wrote it in another way.</summary>
    public static bool IsSame(string stored, Fact fact, string written) =>
        stored == written || Read(fact.Kind, stored).Equals(fact);

    private static Type TypeOf(FactKind kind) => kind switch
    {
        FactKind.Agent => typeof(AgentFact),
        FactKind.Licence => typeof(LicenceFact),
        FactKind.Assignment => typeof(AssignmentFact),
        FactKind.Customer => typeof(CustomerFact),
        FactKind.Opportunity => typeof(OpportunityFact),
        FactKind.Activity => typeof(ActivityFact),
        FactKind.Policy => typeof(PolicyFact),
        FactKind.PolicyEvent => typeof(PolicyEventFact),
        FactKind.Premium => typeof(PremiumFact),
        FactKind.Training => typeof(TrainingFact),
        FactKind.Feedback => typeof(FeedbackFact),
        FactKind.Market => typeof(MarketFact),
        FactKind.Team => typeof(TeamFact),
        FactKind.Lineage => typeof(LineageFact),
        FactKind.Leave => typeof(LeaveFact),
        FactKind.Recruit => typeof(RecruitFact),
        FactKind.Consent => typeof(ConsentFact),
        FactKind.PolicyRole => typeof(PolicyRoleFact),
        FactKind.PremiumDue => typeof(PremiumDueFact),
        FactKind.Appointment => typeof(AppointmentFact),
        FactKind.Attendance => typeof(AttendanceFact),
        FactKind.GroupEvent => typeof(GroupEventFact),
        FactKind.Entry => typeof(EntryFact),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of fact."),
    };
}
