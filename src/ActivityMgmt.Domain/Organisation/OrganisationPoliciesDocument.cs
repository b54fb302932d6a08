using System.Text.Json;

namespace ActivityMgmt.Domain;

/// <summary>Reads and writes policies of the organisation, as a document of kind <see cref="DocumentKinds.Organisation"/>.</summary>
/// <remarks>
/// <c>{ "id": "agency", "version": 1, "effective": "2026-01-01/..", "ranks": ["A1", "S1"], "probationMonths": { "S1": 3 }, "lineage": { "atEqualRank": "stays" }, "rehire": { "newcomerMonths": 6 },
/// "leave": { "exemptKinds": ["maternity"], "minimumDays": 15 } }</c>. What is left out has its default.
/// </remarks>
public static class OrganisationPoliciesDocument
{
    private static readonly OrganisationPolicies Default = OrganisationPolicies.Default;

    /// <summary>Reads and checks a document.</summary>
    /// <exception cref="DocumentException">The document is wrong; carries every problem with line, column and JSON path.</exception>
    public static OrganisationPolicies Read(PublishedDocument document)
    {
        Guard.Against.Null(document);
        var root = DocumentNode.Parse(document.Text, document.FileName);
        root.AllowOnly([.. DocumentHeader.Members, "ranks", "probationMonths", "lineage", "rehire", "leave"]);
        DocumentHeader.Read(root);
        var ranks = RanksOf(root["ranks"]);
        var policies = new OrganisationPolicies
        {
            Ranks = new(ranks),
            ProbationMonths = ProbationOf(root["probationMonths"], ranks),
            Lineage = LineageOf(root["lineage"]),
            Rehire = RehireOf(root["rehire"]),
            Leave = LeaveOf(root["leave"]),
        };
        root.ThrowIfProblems();
        return policies;
    }

    /// <summary>Writes a document that <see cref="Read"/> reads back the same, ranks with a probation sorted.</summary>
    /// <param name="header">Id, version and validity.</param>
    /// <param name="policies">The policies; where ranks are in order, those with a probation are among them.</param>
    public static string Write(DocumentHeader header, OrganisationPolicies policies)
    {
        Guard.Against.Null(policies);
        return DocumentWriter.Write(header, json =>
        {
            if (policies.Ranks.Ranks.Count > 0)
            {
                json.WriteNames("ranks", policies.Ranks.Ranks);
            }

            if (policies.ProbationMonths.Count > 0)
            {
                json.WriteStartObject("probationMonths");
                foreach (var (rank, months) in policies.ProbationMonths.OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    json.WriteNumber(rank, months);
                }

                json.WriteEndObject();
            }

            Write(json, policies.Lineage);
            Write(json, policies.Rehire);
            Write(json, policies.Leave);
        });
    }

    private static List<string> RanksOf(DocumentNode node)
    {
        var ranks = new List<string>();
        foreach (var item in node.Items)
        {
            var rank = item.Name();
            if (!ranks.Contains(rank))
            {
                ranks.Add(rank);
            }
            else if (item.Kind == DocumentNodeKind.Text)
            {
                item.Report(Reason.Of("document.id-twice", ("id", rank)));
            }
        }

        return ranks;
    }

    private static Dictionary<string, int> ProbationOf(DocumentNode node, List<string> ranks)
    {
        if (!IsThere(node))
        {
            return [];
        }

        foreach (var rank in node.Names)
        {
            if (rank.Length == 0)
            {
                node[rank].Report(Reason.Of("document.empty-name"));
            }
            else if (ranks.Count > 0 && !ranks.Contains(rank))
            {
                node[rank].Unknown("organisation.unknown-rank", rank, ranks);
            }
        }

        return node.Names.ToDictionary(rank => rank, rank => node[rank].NotNegative(), StringComparer.Ordinal);
    }

    private static LineagePolicy LineageOf(DocumentNode node)
    {
        var usual = Default.Lineage;
        if (!IsThere(
            node,
            "atEqualRank", "whenTheBreederRanksAbove", "breedingAtReturn", "teamOfADemotedLeader", "teamOfALeaver", "teamOfAMovedLeader", "breedingEndsWithLeadership", "recruitsOfALeaver", "bredUnitsOfALeaver"))
        {
            return usual;
        }

        return new()
        {
            AtEqualRank = OneOf(node["atEqualRank"], usual.AtEqualRank),
            WhenTheBreederRanksAbove = OneOf(node["whenTheBreederRanksAbove"], usual.WhenTheBreederRanksAbove),
            BreedingAtReturn = OneOf(node["breedingAtReturn"], usual.BreedingAtReturn),
            TeamOfADemotedLeader = OneOf(node["teamOfADemotedLeader"], usual.TeamOfADemotedLeader),
            TeamOfALeaver = OneOf(node["teamOfALeaver"], usual.TeamOfALeaver),
            TeamOfAMovedLeader = OneOf(node["teamOfAMovedLeader"], usual.TeamOfAMovedLeader),
            BreedingEndsWithLeadership = node["breedingEndsWithLeadership"].Flag(usual.BreedingEndsWithLeadership),
            RecruitsOfALeaver = OneOf(node["recruitsOfALeaver"], usual.RecruitsOfALeaver),
            BredUnitsOfALeaver = OneOf(node["bredUnitsOfALeaver"], usual.BredUnitsOfALeaver),
        };
    }

    private static RehirePolicy RehireOf(DocumentNode node)
    {
        var usual = Default.Rehire;
        return !IsThere(node, "sameAgentWithinMonths", "restoresRecruiter", "newcomerMonths") ? usual : new()
        {
            SameAgentWithinMonths = NotNegative(node["sameAgentWithinMonths"], usual.SameAgentWithinMonths),
            RestoresRecruiter = node["restoresRecruiter"].Flag(usual.RestoresRecruiter),
            NewcomerMonths = NotNegative(node["newcomerMonths"], usual.NewcomerMonths),
        };
    }

    private static LeavePolicy LeaveOf(DocumentNode node)
    {
        var usual = Default.Leave;
        return !IsThere(node, "exemptKinds", "minimumDays") ? usual : new()
        {
            ExemptKinds = node["exemptKinds"].IsNothing ? usual.ExemptKinds : [.. node["exemptKinds"].Items.Select(k => k.Name())],
            MinimumDays = Positive(node["minimumDays"], usual.MinimumDays),
        };
    }

    // Whether there is an object with nothing but these members (or any, where none is named); what else is there is reported.
    private static bool IsThere(DocumentNode node, params string[] members)
    {
        if (!node.IsNothing && (node.Kind != DocumentNodeKind.Members || members.Length > 0))
        {
            node.AllowOnly(members);
        }

        return node.Kind == DocumentNodeKind.Members;
    }

    private static int NotNegative(DocumentNode node, int otherwise) => node.IsNothing ? otherwise : node.NotNegative();

    private static int Positive(DocumentNode node, int otherwise)
    {
        if (node.IsNothing)
        {
            return otherwise;
        }

        var value = node.Whole();
        if (value <= 0 && node.Kind == DocumentNodeKind.Number && node.Number() == value)
        {
            node.Report(Reason.Of("document.not-positive", ("value", value)));
        }

        return Math.Max(value, 1);
    }

    private static T OneOf<T>(DocumentNode node, T otherwise)
        where T : struct, Enum
    {
        if (node.IsNothing)
        {
            return otherwise;
        }

        var code = node.OneOf([.. Enum.GetValues<T>().Select(CodeOf)]);
        return Enum.GetValues<T>().First(v => CodeOf(v) == code);
    }

    // GoToTheUpline is written go-to-the-upline.
    private static string CodeOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static void Write(Utf8JsonWriter json, LineagePolicy lineage)
    {
        var usual = Default.Lineage;
        if (lineage == usual)
        {
            return;
        }

        json.WriteStartObject("lineage");
        WriteCode(json, "atEqualRank", lineage.AtEqualRank, usual.AtEqualRank);
        WriteCode(json, "whenTheBreederRanksAbove", lineage.WhenTheBreederRanksAbove, usual.WhenTheBreederRanksAbove);
        WriteCode(json, "breedingAtReturn", lineage.BreedingAtReturn, usual.BreedingAtReturn);
        WriteCode(json, "teamOfADemotedLeader", lineage.TeamOfADemotedLeader, usual.TeamOfADemotedLeader);
        WriteCode(json, "teamOfALeaver", lineage.TeamOfALeaver, usual.TeamOfALeaver);
        WriteCode(json, "teamOfAMovedLeader", lineage.TeamOfAMovedLeader, usual.TeamOfAMovedLeader);
        WriteFlag(json, "breedingEndsWithLeadership", lineage.BreedingEndsWithLeadership, usual.BreedingEndsWithLeadership);
        WriteCode(json, "recruitsOfALeaver", lineage.RecruitsOfALeaver, usual.RecruitsOfALeaver);
        WriteCode(json, "bredUnitsOfALeaver", lineage.BredUnitsOfALeaver, usual.BredUnitsOfALeaver);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RehirePolicy rehire)
    {
        var usual = Default.Rehire;
        if (rehire == usual)
        {
            return;
        }

        json.WriteStartObject("rehire");
        WriteNumber(json, "sameAgentWithinMonths", rehire.SameAgentWithinMonths, usual.SameAgentWithinMonths);
        WriteFlag(json, "restoresRecruiter", rehire.RestoresRecruiter, usual.RestoresRecruiter);
        WriteNumber(json, "newcomerMonths", rehire.NewcomerMonths, usual.NewcomerMonths);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LeavePolicy leave)
    {
        var usual = Default.Leave;
        var sameKinds = leave.ExemptKinds.SequenceEqual(usual.ExemptKinds);
        if (sameKinds && leave.MinimumDays == usual.MinimumDays)
        {
            return;
        }

        json.WriteStartObject("leave");
        if (!sameKinds)
        {
            json.WriteNames("exemptKinds", leave.ExemptKinds);
        }

        WriteNumber(json, "minimumDays", leave.MinimumDays, usual.MinimumDays);
        json.WriteEndObject();
    }

    private static void WriteCode<T>(Utf8JsonWriter json, string member, T value, T usual)
        where T : struct, Enum
    {
        if (!value.Equals(usual))
        {
            json.WriteString(member, CodeOf(value));
        }
    }

    private static void WriteFlag(Utf8JsonWriter json, string member, bool value, bool usual)
    {
        if (value != usual)
        {
            json.WriteBoolean(member, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string member, int value, int usual)
    {
        if (value != usual)
        {
            json.WriteNumber(member, value);
        }
    }
}
