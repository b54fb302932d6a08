namespace ActivityMgmt.Import;

internal static class FeedbackShape
{
    private static readonly CodeType Kinds = new(
        ("survey", FeedbackKind.Survey),
        ("complaint", FeedbackKind.Complaint),
        ("recommendation", FeedbackKind.Recommendation),
        ("self", FeedbackKind.Self),
        ("peer", FeedbackKind.Peer),
        ("manager", FeedbackKind.Manager));

    public static FactShape Shape { get; } = new()
    {
        Name = "feedback",
        Kind = FactKind.Feedback,
        Fields =
        [
            FactField.Agent(),
            FactField.Customer(),
            new("feedback", Kinds),
            new("score", new WholeType(0, 10), IsRequired: false),
            FactField.Text("by").Optional(),
            FactField.Date("date"),
        ],
        Make = (row, origin) => new FeedbackFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Agent = row.Agent(),
            Customer = row.CustomerOrNone(),
            Feedback = row.Code<FeedbackKind>("feedback"),
            Score = row.WholeOrNone("score"),
            By = row.TextOrNone("by") is { } by ? new(by) : null,
        },
    };
}
