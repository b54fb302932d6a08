namespace ActivityMgmt.Import.Tests;

/// <summary>Where values come from and what is done to them.</summary>
public class ValueTests
{
    private static Export Opportunities(string columns, string rows, string id = "\"id\": [\"no\"]") => Export.WithActivities("")
        .Mapping(Export.AgentFile, $$"""{ "file": "deals.csv", "fact": "opportunity", {{id}}, "columns": { "opportunity": "no", "agent": "emp", {{columns}} } }""")
        .File("deals.csv", "no,emp,stage,a,b\n" + rows);

    private static OpportunityFact Only(Export export) => Assert.Single(export.Facts().OfType<OpportunityFact>());

    [Theory]
    [InlineData("""{ "column": "stage", "codes": { "W": "won" } }""", "W", "won")]
    [InlineData("""{ "column": "stage", "codes": { "W": "won" }, "otherwise": "open" }""", "X", "open")]
    [InlineData("""{ "column": "stage", "codes": { "W": "won" }, "keepUnlisted": true }""", "X", "X")]
    [InlineData("""{ "column": "stage", "whenEmpty": "lead" }""", "", "lead")]
    [InlineData("""{ "constant": "won" }""", "X", "won")]
    [InlineData("\"stage\"", "  W ", "W")] // surrounding blanks are never meant
    [InlineData("""{ "columns": ["stage", { "constant": "of" }, "b"] }""", "W", "W of B")]
    [InlineData("""{ "columns": ["stage", "b"], "separator": "" }""", "W", "WB")]
    public void A_text_is_taken_filled_in_and_translated(string stage, string written, string expected)
    {
        using var export = Opportunities($$"""
            "stage": {{stage}}, "date": { "constant": "2026-07-05" }
            """, $"O1,E1,{written},A,B\n");

        Assert.Equal(expected, Only(export).Stage);
    }

    [Theory]
    [InlineData("""{ "column": "a" }""", "1234.5", "1234.5")]
    [InlineData("""{ "column": "a", "numbers": { "decimal": ",", "thousands": "." } }""", "\"1.234.567,50\"", "1234567.50")]
    [InlineData("""{ "column": "a", "numbers": { "thousands": "," } }""", "\"1,234\"", "1234")]
    [InlineData("""{ "column": "a", "numbers": { "thousands": "," } }""", "\"12,34\"", null)] // groups of three, or it is something else
    [InlineData("""{ "column": "a", "numbers": { "thousands": "," } }""", "\"1,5\"", null)]
    [InlineData("""{ "column": "a", "numbers": { "thousands": "," } }""", "\"1234,567\"", null)]
    [InlineData("""{ "column": "a" }""", "\"1,234\"", null)]
    [InlineData("""{ "column": "a" }""", "1e3", null)]
    [InlineData("""{ "column": "a" }""", "¥5", null)]
    [InlineData("""{ "column": "a" }""", ".", null)]
    [InlineData("""{ "column": "a" }""", "0.12345678901234567890123456789", null)] // would be rounded without a word
    [InlineData("""{ "column": "a", "codes": { "n/a": "" }, "keepUnlisted": true }""", "n/a", "none")]
    public void Numbers_are_read_strictly(string value, string written, string? expected)
    {
        using var export = Opportunities($$"""
            "stage": "stage", "value": {{value}}, "date": { "constant": "2026-07-05" }
            """, $"O1,E1,W,{written},B\n");

        if (expected is null)
        {
            Assert.Equal(("wrong-number", "a"), (export.Read().Rejects.Single().Code, export.Read().Rejects.Single().Place.Column));
        }
        else
        {
            Assert.Equal(expected == "none" ? null : Money.Of(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), "CNY"), Only(export).Value);
        }
    }

    [Theory]
    [InlineData("USD", "USD")]
    [InlineData("", "CNY")]
    [InlineData("usd", null)]
    public void A_currency_column_goes_before_the_document_s_currency(string written, string? expected)
    {
        using var export = Opportunities("""
            "stage": "stage", "value": "a", "currency": "b", "date": { "constant": "2026-07-05" }
            """, $"O1,E1,W,5,{written}\n");

        Assert.Equal(expected ?? "unknown-code", expected is null ? export.Read().Rejects.Single().Code : Only(export).Value!.Value.Currency);
    }

    [Theory]
    [InlineData("\"M/d/yyyy\"", "7/5/2026")]
    [InlineData("[\"yyyy-MM-dd\", \"yyyyMMdd\"]", "20260705")]
    [InlineData("\"yyyy-MM-dd HH:mm\"", "2026-07-05 23:59")]
    [InlineData("\"uuuu-MM-dd'T'HH:mm:sso<G>\"", "2026-07-04T20:00:00Z")] // already the 5th in Shanghai
    public void Dates_are_read_in_the_declared_formats(string format, string written)
    {
        using var export = Opportunities($$"""
            "stage": "stage", "date": { "column": "a", "format": {{format}} }
            """, $"O1,E1,W,{written},B\n");

        Assert.Equal(new LocalDate(2026, 7, 5), Only(export).Date);
    }

    [Fact]
    public void Revision_and_sequence_come_from_columns_or_are_one_and_zero()
    {
        using var without = Opportunities("\"stage\": \"stage\", \"date\": { \"constant\": \"2026-07-05\" }", "O1,E1,W,3,5000000000\n");
        using var with = Opportunities("\"stage\": \"stage\", \"date\": { \"constant\": \"2026-07-05\" }", "O1,E1,W,3,5000000000\n", "\"id\": [\"no\"], \"revision\": \"a\", \"sequence\": \"b\"");

        Assert.Equal(new FactOrigin("crm", "O1"), Only(without).Origin);
        Assert.Equal(new FactOrigin("crm", "O1", 3, 5_000_000_000), Only(with).Origin);
    }

    [Fact]
    public void Several_facts_come_from_one_row_by_filters_and_ids_with_a_suffix()
    {
        const string Entry = """
            { "file": "deals.csv", "fact": "opportunity", "id": ["no", { "constant": "SUFFIX" }], "where": { "column": "stage", WHERE },
              "columns": { "opportunity": "no", "agent": "emp", "stage": { "constant": "SUFFIX" }, "date": { "constant": "2026-07-05" } } }
            """;
        string Of(string suffix, string where) => Entry.Replace("SUFFIX", suffix, StringComparison.Ordinal).Replace("WHERE", where, StringComparison.Ordinal);
        using var export = Export.WithActivities("")
            .Mapping(Export.AgentFile, Of("lead", "\"not\": [\"\"]"), Of("won", "\"equals\": [\"W\"]"))
            .File("deals.csv", "no,emp,stage\nO1,E1,W\nO2,E1,L\nO3,E1,\n");

        Assert.Equal(["O1/lead", "O1/won", "O2/lead"], export.Facts().OfType<OpportunityFact>().Select(f => f.Origin.Id));
        Assert.Equal(new FileTotals("deals.csv", 3, 3, 0, 1), export.Read().Files.Single(f => f.File == "deals.csv"));
    }

    [Theory]
    [InlineData("X,vip\nY,mass\n", "", "vip")]
    [InlineData("Y,mass\n", ", \"otherwise\": \"unrated\"", "unrated")]
    [InlineData("Y,mass\n", "", null)]
    [InlineData("X,vip\nX,mass\n", "", null)] // which of them?
    [InlineData("X,vip\nX,vip\n", "", "vip")]
    public void A_column_is_joined_from_another_file_by_key(string rows, string otherwise, string? expected)
    {
        using var export = Opportunities($$"""
            "stage": { "lookup": "ratings.csv", "key": "who", "by": "a", "take": "rating"{{otherwise}} }, "date": { "constant": "2026-07-05" }
            """, "O1,E1,W,X,B\n").File("ratings.csv", "who,rating\n" + rows);

        Assert.Equal(expected ?? "unknown-key", expected is null ? export.Read().Rejects.Single().Code : Only(export).Stage);
    }

    [Fact]
    public void A_joined_file_that_is_missing_is_missed()
    {
        using var export = Opportunities("""
            "stage": { "lookup": "ratings.csv", "key": "who", "by": "a", "take": "rating" }, "date": { "constant": "2026-07-05" }
            """, "O1,E1,W,X,B\n");

        Assert.Contains(export.Read().Rejects, r => r.Code == "missing-file" && r.Place.File == "ratings.csv");
    }
}
