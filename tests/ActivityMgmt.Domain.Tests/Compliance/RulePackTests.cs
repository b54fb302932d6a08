using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class RulePackTests
{
    private const string Good = """
        {
          "id": "pack", "version": 1, "effective": "2026-01-01/..", "name": "China",
          "rules": [
            {
              "id": "CN-TEL-01", "jurisdiction": "CN", "source": "办法", "article": "12", "effective": "2026-01-01/..",
              "severity": "block", "evidence": "V", "kind": "quiet-hours",
              "parameters": { "from": "21:00", "to": "09:00", "activities": ["call"] }
            }
          ]
        }
        """;

    [Fact]
    public void Reads_a_rule_with_its_source_dates_severity_and_numbers()
    {
        var rule = Assert.Single(Read(Good).Rules);

        Assert.Equal(
            ("CN-TEL-01", "CN", "办法", "12", Day("2026-01-01"), (LocalDate?)null, ComplianceOutcome.Block, RuleEvidence.Verified, true),
            (rule.Id, rule.Jurisdiction, rule.Source, rule.Article, rule.EffectiveFrom, rule.EffectiveTo, rule.Severity, rule.Evidence, rule.IsEnabled));
        var check = Assert.IsType<QuietHoursCheck>(rule.Check);
        Assert.Equal((new LocalTime(21, 0), new LocalTime(9, 0), "call"), (check.From, check.To, Assert.Single(check.Activities)));
    }

    [Theory]
    [InlineData("V", null, true)]
    [InlineData("P", null, false)]
    [InlineData("K", null, false)]
    [InlineData("D", null, false)]
    [InlineData("V", "false", false)]
    [InlineData("K", "true", true)]
    public void Only_verified_rules_are_enabled_unless_the_document_says_so(string evidence, string? enabled, bool expected)
    {
        var text = Good.Replace("\"evidence\": \"V\"", $"\"evidence\": \"{evidence}\"" + (enabled is null ? "" : $", \"enabled\": {enabled}"), StringComparison.Ordinal);

        Assert.Equal(expected, Assert.Single(Read(text).Rules).IsEnabled);
    }

    [Theory]
    [InlineData("quiet-hours", """{ "from": "21:00", "to": "09:00", "activities": [] }""", typeof(QuietHoursCheck))]
    [InlineData("active-licence", """{ "activities": ["call"] }""", typeof(ActiveLicenceCheck))]
    [InlineData("do-not-contact", """{ "months": 6, "activities": ["call"] }""", typeof(DoNotContactCheck))]
    [InlineData("training-hours", """{ "hoursPerYear": 30, "topics": ["law"] }""", typeof(TrainingHoursCheck))]
    [InlineData("handover-deadline", """{ "days": 30, "warnAfterDays": 20, "activities": ["service"] }""", typeof(HandoverDeadlineCheck))]
    public void Every_built_in_kind_can_be_read(string kind, string parameters, Type check) =>
        Assert.IsType(check, Assert.Single(Read(Changed("\"quiet-hours\"", $"\"{kind}\"", """{ "from": "21:00", "to": "09:00", "activities": ["call"] }""", parameters)).Rules).Check);

    [Theory]
    [InlineData("\"severity\": \"block\"", "\"severity\": \"blok\"", "document.unknown-value", "$.rules[0].severity", 6, 19)]
    [InlineData("\"evidence\": \"V\"", "\"evidence\": \"X\"", "document.unknown-value", "$.rules[0].evidence", 6, 40)]
    [InlineData("\"kind\": \"quiet-hours\"", "\"kind\": \"quiet-hour\"", "document.unknown-value", "$.rules[0].kind", 6, 53)]
    [InlineData("\"article\": \"12\"", "\"articel\": \"12\", \"article\": \"12\"", "document.unknown-member", "$.rules[0].articel", 5, 75)]
    [InlineData("\"effective\": \"2026-01-01/..\",\n      \"severity\"", "\"effective\": \"2026\",\n      \"severity\"", "document.effective-form", "$.rules[0].effective", 5, 94)]
    [InlineData("\"21:00\"", "\"9 pm\"", "document.not-a-time", "$.rules[0].parameters.from", 7, 31)]
    [InlineData("\"21:00\"", "21", "document.wrong-kind", "$.rules[0].parameters.from", 7, 31)]
    [InlineData("\"from\": \"21:00\", ", "", "document.missing", "$.rules[0].parameters.from", 7, 21)]
    [InlineData("[\"call\"]", "[1]", "document.wrong-kind", "$.rules[0].parameters.activities[0]", 7, 70)]
    [InlineData("\"name\": \"China\"", "\"nam\": \"China\"", "document.unknown-member", "$.nam", 2, 68)]
    public void Each_mistake_is_one_problem_with_line_and_column(string right, string wrong, string code, string path, int line, int column)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);

        var problem = Assert.Single(Assert.Throws<DocumentException>(() => Read(Good.Replace(right, wrong, StringComparison.Ordinal))).Problems);

        Assert.Equal((code, new DocumentPlace("pack.json", path, line, column)), (problem.Reason.Code, problem.Place));
    }

    [Fact]
    public void Training_hours_must_be_positive()
    {
        var text = Changed("\"quiet-hours\"", "\"training-hours\"", """{ "from": "21:00", "to": "09:00", "activities": ["call"] }""", """{ "hoursPerYear": 0, "topics": [] }""");

        Assert.Equal("document.not-positive", Assert.Single(Assert.Throws<DocumentException>(() => Read(text)).Problems).Reason.Code);
        Assert.Equal(
            "document.missing",
            Assert.Single(Assert.Throws<DocumentException>(() => Read(text.Replace("\"hoursPerYear\": 0, ", "", StringComparison.Ordinal))).Problems).Reason.Code);
    }

    [Fact]
    public void Two_rules_of_one_id_are_refused()
    {
        var rule = Good[Good.IndexOf("{\n      \"id\"", StringComparison.Ordinal)..Good.IndexOf("\n  ]", StringComparison.Ordinal)];

        var problem = Assert.Single(Assert.Throws<DocumentException>(() => Read(Good.Replace("\n  ]", "," + rule + "\n  ]", StringComparison.Ordinal))).Problems);

        Assert.Equal(("document.id-twice", "$.rules[1].id"), (problem.Reason.Code, problem.Place.Path));
    }

    [Fact]
    public void A_host_brings_its_own_kinds_of_check()
    {
        var text = Changed("\"quiet-hours\"", "\"every-day\"", "", "");
        ComplianceCheckReader reader = parameters => new FixedCheck([Day(parameters["from"].Text() == "21:00" ? "2026-07-15" : "2026-01-01")]);

        var pack = RulePack.Read(Published(text), new Dictionary<string, ComplianceCheckReader> { ["every-day"] = reader });

        Assert.Equal(Day("2026-07-15"), Assert.Single(pack.Review(Book(), Q3.Interval)).Date);
        Assert.Equal("document.unknown-value", Assert.Single(Assert.Throws<DocumentException>(() => Read(text)).Problems).Reason.Code);
    }

    [Fact]
    public void A_rule_applies_by_the_day_of_the_event_both_ends_included()
    {
        var check = new FixedCheck([Day("2026-07-14"), Day("2026-07-15"), Day("2026-08-15"), Day("2026-08-16")]);
        var pack = new RulePack { Rules = [SomeRule.Of(check, "2026-07-15", "2026-08-15")] };

        Assert.Equal([Day("2026-07-15"), Day("2026-08-15")], pack.Review(Book(), Q3.Interval).Select(r => r.Date));
    }

    [Fact]
    public void A_rule_that_is_not_enabled_says_nothing() =>
        Assert.Empty(new RulePack { Rules = [SomeRule.Of(new FixedCheck([Day("2026-07-15")]), isEnabled: false)] }.Review(Book(), Q3.Interval));

    [Fact]
    public void Results_are_sorted_by_rule_date_and_agent()
    {
        var pack = new RulePack
        {
            Rules =
            [
                SomeRule.Of(new FixedCheck([Day("2026-07-15")]), id: "B"),
                SomeRule.Of(new FixedCheck([Day("2026-07-20"), Day("2026-07-15"), Day("2026-07-15")], "A2", "A2", "A1"), id: "A"),
            ],
        };

        Assert.Equal(
            [("A", "2026-07-15", "A1"), ("A", "2026-07-15", "A2"), ("A", "2026-07-20", "A2"), ("B", "2026-07-15", "A1")],
            pack.Review(Book(), Q3.Interval).Select(r => (r.Rule, NodaTime.Text.LocalDatePattern.Iso.Format(r.Date), r.Agent!.Value.Value)));
    }

    private static string Changed(string kind, string otherKind, string parameters, string otherParameters) =>
        parameters.Length == 0
            ? Good.Replace(kind, otherKind, StringComparison.Ordinal)
            : Good.Replace(kind, otherKind, StringComparison.Ordinal).Replace(parameters, otherParameters, StringComparison.Ordinal);

    private static RulePack Read(string text) => RulePack.Read(Published(text));

    private static PublishedDocument Published(string text) =>
        new() { Kind = DocumentKinds.RulePack, Id = "pack", Version = 1, EffectiveFrom = Day("2026-01-01"), Text = text };

    private sealed class FixedCheck(LocalDate[] dates, params string[] agents) : IComplianceCheck
    {
        public IEnumerable<ComplianceResult> Check(ComplianceRule rule, FactBook facts, DateInterval period) => dates.Select((date, i) => new ComplianceResult
        {
            Rule = rule.Id, Outcome = rule.Severity, Agent = new(agents.Length == 0 ? "A1" : agents[i]), Date = date, Reason = Reason.Of("a.b"), Facts = [],
        });
    }
}
