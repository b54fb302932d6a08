namespace ActivityMgmt.Import;

/// <summary>A sort of fact as mapping documents see it: its fields, and how their values become the fact.</summary>
internal sealed class FactShape
{
    public static IReadOnlyList<FactShape> All { get; } =
    [
        AgentShape.Shape, LicenceShape.Shape, AssignmentShape.Shape, CustomerShape.Shape, OpportunityShape.Shape, ActivityShape.Shape,
        PolicyShape.Shape, PolicyEventShape.Shape, PremiumShape.Shape, TrainingShape.Shape, FeedbackShape.Shape, MarketShape.Shape,
        TeamShape.Shape, LineageShape.Shape, LeaveShape.Shape, RecruitShape.Shape, ConsentShape.Shape, PolicyRoleShape.Shape, PremiumDueShape.Shape,
        AppointmentShape.Shape, AttendanceShape.Shape, GroupEventShape.Shape, EntryShape.Shape,
    ];

    /// <summary>Its name in mapping documents.</summary>
    public required string Name { get; init; }

    public required FactKind Kind { get; init; }

    public required IReadOnlyList<FactField> Fields { get; init; }

    /// <summary>The field whose value other facts refer to, and which is the fact's id when the mapping gives none.</summary>
    public string? Defines { get; init; }

    public required Func<RowValues, FactOrigin, Fact> Make { get; init; }

    /// <summary>What is wrong with values that are well one by one: the field that has to change, and why. Its argument gives the column of a field.</summary>
    public Func<RowValues, Func<string, string>, (string Field, Reason Reason)?> Contradiction { get; init; } = (_, _) => null;

    public bool HasMoney => Fields.Any(f => f.Name == "currency");

    public FactField? Find(string name) => Fields.FirstOrDefault(f => f.Name == name);
}
