using System.Globalization;

namespace ActivityMgmt.Import.Tests;

/// <summary>Each mistake in a mapping document is told with its line, column and path.</summary>
public class MappingMistakeTests
{
    private const string Right = """
        {
          "id": "m", "version": 1, "source": "crm",
          "currency": "CNY",
          "timeZone": "Asia/Shanghai",
          "deliveries": "one", "deliveredOn": "2026-07-05",
          "dateFormats": ["yyyy-MM-dd"],
          "numbers": { "decimal": "." },
          "delimiter": ",", "salt": "pepper",
          "tolerate": ["broken-row"],
          "files": [
            { "file": "agents.csv", "fact": "agent",
              "columns": { "agent": "emp_no", "name": "name",
                "date": "join_date" } },
            { "file": "calls.csv", "fact": "activity", "id": ["no"],
              "where": { "column": "x", "equals": ["y"] },
              "columns": { "agent": "emp_no",
                "activity": { "column": "type", "codes": { "TEL": "call" } },
                "startedAt": { "column": "start", "format": "yyyy/MM/dd HH:mm" },
                "minutes": { "constant": 30 } } },
            { "file": "premiums.csv", "fact": "premium", "complete": true, "id": ["no"],
              "columns": { "policy": "pol", "policyYear": "year", "amount": "amount", "date": "on",
                "premium": { "column": "kind", "codes": { "C": "collected" } } } } ]
        }
        """;

    [Fact]
    public void Without_a_mistake_it_is_accepted() => Assert.Equal(3, MappingDocument.Parse(Right, "mapping.json").Kinds.Count);

    [Theory]
    [InlineData("\"source\": \"crm\"", "\"source\": \"crm/1\"", 2, 38, "$.source", "import.mapping.source")]
    [InlineData("\"version\": 1", "\"version\": 0", 2, 25, "$.version", "import.mapping.version")]
    [InlineData("\"id\": \"m\"", "\"id\": \" \"", 2, 9, "$.id", "import.mapping.empty")]
    [InlineData("\"CNY\"", "\"yuan\"", 3, 15, "$.currency", "import.mapping.currency")]
    [InlineData("\"currency\": \"CNY\",", "", 21, 18, "$.files[2].columns", "import.mapping.no-currency")]
    [InlineData("Asia/Shanghai", "Asia/Shangai", 4, 15, "$.timeZone", "import.mapping.zone")]
    [InlineData("\"deliveries\": \"one\"", "\"deliveries\": \"folders-by-date\"", 5, 51, "$.deliveredOn", "import.mapping.delivered-on")]
    [InlineData("2026-07-05", "5 July", 5, 39, "$.deliveredOn", "document.wrong-kind")]
    [InlineData("[\"yyyy-MM-dd\"]", "[\"yyyy-MM-ddd-q\"]", 6, 19, "$.dateFormats[0]", "import.mapping.date-format")]
    [InlineData("\"decimal\": \".\"", "\"decimal\": \".\", \"thousands\": \".\"", 7, 14, "$.numbers", "import.mapping.numbers")]
    [InlineData("\"delimiter\": \",\"", "\"delimiter\": \",,\"", 8, 16, "$.delimiter", "import.mapping.delimiter")]
    [InlineData("\"broken-row\"", "\"broken-rows\"", 9, 16, "$.tolerate[0]", "document.unknown-value")]
    [InlineData("\"broken-row\"", "\"missing-file\"", 9, 16, "$.tolerate[0]", "document.unknown-value")]
    [InlineData("\"fact\": \"agent\"", "\"fact\": \"agents\"", 11, 37, "$.files[0].fact", "document.unknown-value")]
    [InlineData("\"agents.csv\"", "\"../agents.csv\"", 11, 15, "$.files[0].file", "import.mapping.file-name")]
    [InlineData("\"date\": \"join_date\"", "\"dote\": \"join_date\"", 13, 17, "$.files[0].columns.dote", "document.unknown-member")]
    [InlineData("\"agent\": \"emp_no\", \"name\"", "\"name\"", 12, 18, "$.files[0].columns", "import.mapping.field-not-mapped")]
    [InlineData("\"agent\": \"emp_no\", \"name\": \"name\"", "\"agent\": \"name\", \"name\": \"name\"", 12, 29, "$.files[0].columns.agent", "import.mapping.name-in-fact")]
    [InlineData(", \"id\": [\"no\"],\n      \"where\"", ",\n      \"where\"", 14, 5, "$.files[1].id", "import.mapping.no-id")]
    [InlineData("\"equals\": [\"y\"]", "\"equals\": [\"y\"], \"not\": [\"z\"]", 15, 16, "$.files[1].where", "import.mapping.where")]
    [InlineData("{ \"column\": \"type\", ", "{ \"column\": \"type\", \"constant\": \"x\", ", 17, 21, "$.files[1].columns.activity", "import.mapping.one-source")]
    [InlineData("{ \"column\": \"type\", ", "{ \"column\": \"type\", \"separator\": \"x\", ", 17, 54, "$.files[1].columns.activity.separator", "import.mapping.belongs")]
    [InlineData("\"codes\": { \"TEL\": \"call\" } }", "\"otherwise\": \"call\" }", 17, 21, "$.files[1].columns.activity", "import.mapping.otherwise-without-codes")]
    [InlineData("\"codes\": { \"TEL\": \"call\" } }", "\"codes\": { \"TEL\": \"call\" }, \"otherwise\": \"x\", \"keepUnlisted\": true }", 17, 103, "$.files[1].columns.activity.keepUnlisted", "import.mapping.otherwise-or-keep")]
    [InlineData("\"codes\": { \"TEL\": \"call\" } }", "\"codes\": [] }", 17, 50, "$.files[1].columns.activity.codes", "import.mapping.codes")]
    [InlineData("\"codes\": { \"TEL\": \"call\" } }", "\"codes\": { \"TEL\": \"call\" }, \"pseudonym\": true }", 17, 82, "$.files[1].columns.activity.pseudonym", "import.mapping.pseudonym-with-codes")]
    [InlineData("yyyy/MM/dd HH:mm", "yyyy/MM/dd", 18, 22, "$.files[1].columns.startedAt", "import.mapping.format-without-time")]
    [InlineData("{ \"column\": \"start\", \"format\": \"yyyy/MM/dd HH:mm\" }", "{ \"constant\": \"2026-07-05\" }", 18, 22, "$.files[1].columns.startedAt", "import.mapping.wrong-constant")]
    [InlineData("{ \"constant\": 30 }", "{ \"constant\": \"half\" }", 19, 20, "$.files[1].columns.minutes", "import.mapping.wrong-constant")]
    [InlineData("{ \"C\": \"collected\" }", "{ \"C\": \"collect\" }", 22, 20, "$.files[2].columns.premium", "document.unknown-value")]
    [InlineData(" } } } } ]", " } } } },\n    { \"file\": \"p2.csv\", \"fact\": \"premium\", \"id\": [\"no\"],\n      \"columns\": { \"policy\": \"pol\", \"policyYear\": \"year\", \"amount\": \"amount\", \"date\": \"on\", \"premium\": \"kind\" } } ]", 23, 5, "$.files[3].complete", "import.mapping.mixed-complete")]
    public void A_mistake_is_told_with_its_place(string right, string wrong, int line, int column, string path, string code)
    {
        Assert.Contains(right, Right, StringComparison.Ordinal);

        var problems = Assert.Throws<DocumentException>(() => MappingDocument.Parse(Right.Replace(right, wrong, StringComparison.Ordinal), "mapping.json")).Problems;

        Assert.Contains((new DocumentPlace("mapping.json", path, line, column), code), problems.Select(p => (p.Place, p.Reason.Code)));
    }

    [Fact]
    public void Pseudonyms_need_a_salt()
    {
        var wrong = Right.Replace("\"salt\": \"pepper\"", "\"salt\": \"\"", StringComparison.Ordinal).Replace("\"agent\": \"emp_no\", \"name\"", "\"agent\": { \"column\": \"emp_no\", \"pseudonym\": true }, \"name\"", StringComparison.Ordinal);

        var problem = Assert.Single(Assert.Throws<DocumentException>(() => MappingDocument.Parse(wrong, "mapping.json")).Problems);

        Assert.Equal((12, "import.mapping.no-salt"), (problem.Place.Line, problem.Reason.Code));
    }

    [Fact]
    public void Every_mistake_is_told_at_once_in_words()
    {
        var texts = new TextCatalogue([ImportTexts.Resources, ResourceTexts.Domain]);

        var problems = Assert.Throws<DocumentException>(() => MappingDocument.Parse("""{ "version": "one", "files": {} }""", "mapping.json")).Problems;

        Assert.True(problems.Count >= 5);
        Assert.All(problems, p => Assert.DoesNotContain(p.Reason.Code, texts.Explain(p.Reason, CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"files\": [] }")]
    [InlineData("{ \"files\": [3, null, {}] }")]
    [InlineData("{ \"files\": [{ \"file\": 1, \"fact\": \"agent\", \"id\": 3, \"columns\": [], \"where\": 4 }] }")]
    [InlineData("{ \"files\": [{ \"file\": \"a\", \"fact\": \"agent\", \"id\": [], \"columns\": { \"agent\": 1, \"date\": { \"columns\": 4, \"format\": 5, \"codes\": 6 } } }] }")]
    public void Nonsense_is_refused_and_never_crashes(string text) => Assert.Throws<DocumentException>(() => MappingDocument.Parse(text, "mapping.json"));
}
