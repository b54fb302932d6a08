using System.Text.Json.Nodes;
using NJsonSchema;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>What a schema refuses its reader refuses; what it accepts its reader refuses only for what no shape can say.</summary>
public class DocumentSchemasTests
{
    private const string Cadences = """
        { "$schema": "cadences.schema.json", "id": "agency", "version": 2, "effective": "2026-01-01/2026-12-31", "cadences": [
          { "id": "new-lead", "steps": [ { "activity": "call", "delay": 0, "in": "days", "channel": "phone" }, { "activity": "message", "delay": 2, "in": "working-days" } ],
            "stopsOnReply": true, "stopsOnMeeting": false, "meetings": ["interview"], "maximumAttempts": 3, "refusalMonths": 6 },
          { "id": "birthday", "steps": [ { "activity": "call", "delay": 1 } ] } ] }
        """;

    private const string Points = """
        { "$schema": "activity-points.schema.json", "id": "points-game", "version": 1, "effective": "2026-01-01/..", "points": { "call": 0.5, "interview": 1, "面谈": 0 }, "dailyGoal": 2, "weeklyGoal": 10.5 }
        """;

    private const string Process = """
        { "$schema": "sales-process.schema.json", "id": "agency", "version": 1, "effective": "2026-01-01/..", "stages": [
          { "id": "interview", "probability": 0.2, "outcome": "open", "exit": ["activity:interview"], "staleAfterDays": 30 },
          { "id": "proposal", "probability": 0.5, "entry": ["customer", "value", "product", "consent:profiling"] },
          { "id": "won", "probability": 1, "outcome": "won" }, { "id": "signed", "probability": 1, "outcome": "won" },
          { "id": "lost", "probability": 0, "outcome": "lost" }, { "id": "gone", "probability": 0, "outcome": "lost" } ] }
        """;

    private const string Organisation = """
        { "$schema": "organisation.schema.json", "id": "agency", "version": 1, "effective": "2026-01-01/..", "ranks": ["A1", "S1", "S2"], "probationMonths": { "S1": 3, "S2": 6 },
          "lineage": {
            "atEqualRank": "stays", "whenTheBreederRanksAbove": "stays-separate", "breedingAtReturn": "pauses", "teamOfADemotedLeader": "goes-to-the-breeder", "teamOfALeaver": "is-dissolved-into-the-parent",
            "teamOfAMovedLeader": "goes-to-the-next-leader-above", "breedingEndsWithLeadership": false, "recruitsOfALeaver": "stay-open", "bredUnitsOfALeaver": "go-to-the-upline" },
          "rehire": { "sameAgentWithinMonths": 12, "restoresRecruiter": false, "newcomerMonths": 6 }, "leave": { "exemptKinds": ["maternity", "parental"], "minimumDays": 15 } }
        """;

    // What a document means as a whole, and no shape can say.
    private static readonly string[] BeyondShape = ["document.id-twice", "document.effective-order", "organisation.unknown-rank", "sales-process.nothing-won", "sales-process.nothing-lost"];

    public static TheoryData<string, string> Good => new()
    {
        { DocumentKinds.Cadences, Cadences }, { DocumentKinds.ActivityPoints, Points }, { DocumentKinds.Organisation, Organisation }, { DocumentKinds.SalesProcess, Process },
    };

    [Fact]
    public void Every_kind_has_its_schema_and_another_is_told_which_there_are()
    {
        Assert.Equal(["activity-points", "cadences", "organisation", "sales-process"], DocumentSchemas.Kinds);
        Assert.All(DocumentSchemas.Kinds, kind => Assert.Equal("http://json-schema.org/draft-07/schema#", (string?)JsonNode.Parse(DocumentSchemas.Of(kind))!["$schema"]));
        Assert.Contains("activity-points, cadences, organisation, sales-process", Assert.Throws<ArgumentException>(() => DocumentSchemas.Of("pay-plan")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Both_accept_a_document_with_every_member(string kind, string text)
    {
        Assert.Empty((await SchemaOf(kind)).Validate(text));
        Assert.Empty(Problems(kind, text));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Both_say_the_same_of_every_single_change_of_it(string kind, string text)
    {
        var schema = await SchemaOf(kind);
        var (refused, accepted) = (0, 0);
        foreach (var changed in Changes(JsonNode.Parse(text)!).Select(n => n.ToJsonString()))
        {
            var (shape, reader) = (schema.Validate(changed), Problems(kind, changed));

            if (shape.Count > 0)
            {
                Assert.True(reader.Count > 0, $"The schema refuses ({string.Join("; ", shape)}) and the reader accepts: {changed}");
                refused++;
            }
            else
            {
                Assert.True(reader.All(p => BeyondShape.Contains(p.Reason.Code)), $"The reader refuses ({string.Join("; ", reader.Select(p => $"{p.Place} {p.Reason}"))}) and the schema accepts: {changed}");
                accepted++;
            }
        }

        Assert.True(refused > 50 && accepted > 10, $"{refused} refused, {accepted} accepted");
    }

    // Every value is left out, and takes the place of each of these; every object gets one member more, every list an item of another kind.
    private static IEnumerable<JsonNode> Changes(JsonNode document)
    {
        JsonNode?[] values = [null, "", " ", "x", "value", "working-days", "lost", -1, 0, 1, 1.5m, 2147483647, true, false, new JsonArray(), new JsonObject()];
        foreach (var path in Paths(document).ToArray())
        {
            foreach (var value in values)
            {
                yield return Changed(document, path, (parent, at) => Set(parent, at, value?.DeepClone()));
            }

            yield return Changed(document, path, (parent, at) =>
            {
                if (parent is JsonObject members)
                {
                    members.Remove((string)at);
                }
                else
                {
                    ((JsonArray)parent).RemoveAt((int)at);
                }
            });
            if (Find(document, path) is JsonObject)
            {
                yield return Changed(document, path, (parent, at) => Set(Find(parent, [at])!, "unknownMember", "x"));
            }
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node) => node switch
    {
        JsonObject members => members.Where(m => m.Key != "$schema").SelectMany(m => Paths(m.Value).Prepend([]).Select(p => (object[])[m.Key, .. p])),
        JsonArray items => items.SelectMany((item, i) => Paths(item).Prepend([]).Select(p => (object[])[i, .. p])),
        _ => [],
    };

    private static JsonNode Changed(JsonNode document, object[] path, Action<JsonNode, object> change)
    {
        var copy = document.DeepClone();
        change(Find(copy, path[..^1])!, path[^1]);
        return copy;
    }

    private static JsonNode? Find(JsonNode node, object[] path) => path.Aggregate((JsonNode?)node, (n, at) => at is string name ? n![name] : n![(int)at]);

    private static void Set(JsonNode parent, object at, JsonNode? value)
    {
        if (at is string name)
        {
            parent[name] = value;
        }
        else
        {
            parent[(int)at] = value;
        }
    }

    private static Task<JsonSchema> SchemaOf(string kind) => JsonSchema.FromJsonAsync(DocumentSchemas.Of(kind));

    private static IReadOnlyList<DocumentProblem> Problems(string kind, string text)
    {
        var document = new PublishedDocument { Kind = kind, Id = kind, Version = 1, EffectiveFrom = Day("2026-01-01"), Text = text };
        try
        {
            _ = kind switch
            {
                DocumentKinds.Cadences => (object)CadenceDocument.Read(document),
                DocumentKinds.ActivityPoints => ActivityPointsDocument.Read(document),
                DocumentKinds.Organisation => OrganisationPoliciesDocument.Read(document),
                _ => SalesProcessDocument.Read(document),
            };
            return [];
        }
        catch (DocumentException e)
        {
            return e.Problems;
        }
    }
}
