namespace ActivityMgmt.Domain;

/// <summary>Reads and writes cadences, as a document of kind <see cref="DocumentKinds.Cadences"/>.</summary>
/// <remarks><c>{ "id": "agency", "version": 1, "effective": "2026-01-01/..", "cadences": [ { "id": "new-lead", "steps": [ { "activity": "call", "delay": 0 }, { "activity": "message", "delay": 2, "in": "working-days", "channel": "chat" } ] } ] }</c></remarks>
public static class CadenceDocument
{
    private const string Days = "days";
    private const string WorkingDays = "working-days";

    // What counts where a document says nothing.
    private static readonly Cadence Default = new() { Id = "default", Steps = [new("call", 0)] };

    /// <summary>Reads and checks a document.</summary>
    /// <returns>The cadences, in the order of the document; at least one.</returns>
    /// <exception cref="DocumentException">The document is wrong; carries every problem with line, column and JSON path.</exception>
    public static IReadOnlyList<Cadence> Read(PublishedDocument document)
    {
        Guard.Against.Null(document);
        var root = DocumentNode.Parse(document.Text, document.FileName);
        root.AllowOnly([.. DocumentHeader.Members, "cadences"]);
        DocumentHeader.Read(root);
        var nodes = root["cadences"].Items;
        if (nodes.Count == 0)
        {
            root["cadences"].Report(Reason.Of("cadence.none-listed"));
        }

        var cadences = nodes.Select(CadenceOf).ToArray();
        foreach (var (cadence, i) in cadences.Select((c, i) => (c, i)))
        {
            if (cadences.Take(i).Any(c => c.Id == cadence.Id))
            {
                nodes[i]["id"].Report(Reason.Of("document.id-twice", ("id", cadence.Id)));
            }
        }

        root.ThrowIfProblems();
        return cadences;
    }

    /// <summary>Writes a document that <see cref="Read"/> reads back the same.</summary>
    /// <param name="header">Id, version and validity.</param>
    /// <param name="cadences">The cadences; at least one, each with an id of its own.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string Write(DocumentHeader header, IReadOnlyList<Cadence> cadences)
    {
        Guard.Against.NullOrEmpty(cadences);
        return DocumentWriter.Write(header, json => json.WriteList("cadences", cadences, cadence =>
        {
            json.WriteString("id", cadence.Id);
            json.WriteList("steps", cadence.Steps, step =>
            {
                json.WriteString("activity", step.Activity);
                json.WriteNumber("delay", step.Delay);
                if (step.In == DelayUnit.WorkingDays)
                {
                    json.WriteString("in", WorkingDays);
                }

                if (step.Channel is { } channel)
                {
                    json.WriteString("channel", channel);
                }
            });
            if (cadence.StopsOnReply != Default.StopsOnReply)
            {
                json.WriteBoolean("stopsOnReply", cadence.StopsOnReply);
            }

            if (cadence.StopsOnMeeting != Default.StopsOnMeeting)
            {
                json.WriteBoolean("stopsOnMeeting", cadence.StopsOnMeeting);
            }

            if (!cadence.Meetings.SequenceEqual(Default.Meetings))
            {
                json.WriteNames("meetings", cadence.Meetings);
            }

            json.WriteOptional("maximumAttempts", cadence.MaximumAttempts);
            json.WriteOptional("refusalMonths", cadence.RefusalMonths);
        }));
    }

    private static Cadence CadenceOf(DocumentNode node)
    {
        node.AllowOnly("id", "steps", "stopsOnReply", "stopsOnMeeting", "meetings", "maximumAttempts", "refusalMonths");
        var id = node["id"].Name();
        CadenceStep[] steps = [.. node["steps"].Items.Select(StepOf)];
        if (steps.Length == 0)
        {
            node["steps"].Report(Reason.Of("cadence.no-steps"));
        }

        var (maximumAttempts, refusalMonths) = (Positive(node["maximumAttempts"]), Positive(node["refusalMonths"]));
        string[] meetings = node["meetings"].IsNothing ? [.. Default.Meetings] : [.. node["meetings"].Items.Select(m => m.Name())];
        var (onReply, onMeeting) = (node["stopsOnReply"].Flag(Default.StopsOnReply), node["stopsOnMeeting"].Flag(Default.StopsOnMeeting));
        return new()
        {
            Id = id,
            Steps = steps.Length == 0 ? Default.Steps : steps,
            StopsOnReply = onReply,
            StopsOnMeeting = onMeeting,
            Meetings = meetings,
            MaximumAttempts = maximumAttempts,
            RefusalMonths = refusalMonths,
        };
    }

    private static CadenceStep StepOf(DocumentNode node)
    {
        node.AllowOnly("activity", "delay", "in", "channel");
        return new(
            node["activity"].Name(),
            node["delay"].NotNegative(),
            !node["in"].IsNothing && node["in"].OneOf(Days, WorkingDays) == WorkingDays ? DelayUnit.WorkingDays : DelayUnit.Days,
            node["channel"].IsNothing ? null : node["channel"].Name());
    }

    private static int? Positive(DocumentNode node)
    {
        if (node.IsNothing)
        {
            return null;
        }

        var value = node.Whole();
        if (value <= 0 && node.Kind == DocumentNodeKind.Number && node.Number() == value)
        {
            node.Report(Reason.Of("document.not-positive", ("value", value)));
        }

        return value;
    }
}
