namespace ActivityMgmt.Domain;

/// <summary>Reads and writes activity points, as a document of kind <see cref="DocumentKinds.ActivityPoints"/>.</summary>
/// <remarks><c>{ "id": "points-game", "version": 1, "effective": "2026-01-01/..", "points": { "call": 0.5, "interview": 1 }, "dailyGoal": 2, "weeklyGoal": 10 }</c></remarks>
public static class ActivityPointsDocument
{
    /// <summary>Reads and checks a document.</summary>
    /// <exception cref="DocumentException">The document is wrong; carries every problem with line, column and JSON path.</exception>
    public static ActivityPoints Read(PublishedDocument document)
    {
        Guard.Against.Null(document);
        var root = DocumentNode.Parse(document.Text, document.FileName);
        root.AllowOnly([.. DocumentHeader.Members, "points", "dailyGoal", "weeklyGoal"]);
        DocumentHeader.Read(root);
        var points = root["points"];
        if (points.Kind is not (DocumentNodeKind.Members or DocumentNodeKind.Nothing))
        {
            points.AllowOnly(); // says that an object is expected
        }
        else if (points.Names.Count == 0)
        {
            points.Report(Reason.Of("points.none-listed"));
        }

        if (points.Names.Contains(""))
        {
            points[""].Report(Reason.Of("document.empty-name"));
        }

        var perActivity = points.Names.ToDictionary(n => n, n => NotNegative(points[n]), StringComparer.Ordinal);
        var (daily, weekly) = (Goal(root["dailyGoal"]), Goal(root["weeklyGoal"]));
        root.ThrowIfProblems();
        return new() { PerActivity = perActivity, DailyGoal = daily, WeeklyGoal = weekly };
    }

    /// <summary>Writes a document that <see cref="Read"/> reads back the same, kinds of activity sorted.</summary>
    /// <param name="header">Id, version and validity.</param>
    /// <param name="points">The points; at least one kind of activity gives some.</param>
    public static string Write(DocumentHeader header, ActivityPoints points)
    {
        Guard.Against.Null(points);
        return DocumentWriter.Write(header, json =>
        {
            json.WriteStartObject("points");
            foreach (var (activity, each) in points.PerActivity.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                json.WriteNumber(activity, each);
            }

            json.WriteEndObject();
            json.WriteOptional("dailyGoal", points.DailyGoal);
            json.WriteOptional("weeklyGoal", points.WeeklyGoal);
        });
    }

    private static decimal NotNegative(DocumentNode node)
    {
        var value = node.Number();
        if (value < 0m)
        {
            node.Report(Reason.Of("document.negative", ("value", value)));
        }

        return value;
    }

    private static decimal? Goal(DocumentNode node)
    {
        if (node.IsNothing)
        {
            return null;
        }

        var value = node.Number();
        if (value <= 0m && node.Kind == DocumentNodeKind.Number)
        {
            node.Report(Reason.Of("document.not-positive", ("value", value)));
        }

        return value;
    }
}
