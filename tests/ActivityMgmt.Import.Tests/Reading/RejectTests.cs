using System.Text;

namespace ActivityMgmt.Import.Tests;

/// <summary>Each reason for a reject, with its place.</summary>
public class RejectTests
{
    [Theory]
    [InlineData("A1,,TEL,2026/07/06 08:30,30", "emp_no", "import.empty-required-value")]
    [InlineData(",E1,TEL,2026/07/06 08:30,30", "act_no", "import.empty-required-value")]
    [InlineData("A1,E1,TEL,,30", "start_time", "import.empty-required-value")]
    [InlineData("A1,E1,TEL,2026-07-06 08:30,30", "start_time", "import.wrong-date")]
    [InlineData("A1,E1,TEL,2026/02/30 08:30,30", "start_time", "import.wrong-date")]
    [InlineData("A1,E1,TEL,2026/07/06 08:30,half", "minutes", "import.wrong-number.whole")]
    [InlineData("A1,E1,TEL,2026/07/06 08:30,7.5", "minutes", "import.wrong-number.whole")]
    [InlineData("A1,E1,TEL,2026/07/06 08:30,3000000000", "minutes", "import.wrong-number.too-large")]
    [InlineData("A1,E1,TEL,2026/07/06 08:30,-5", "minutes", "import.negative-amount")]
    [InlineData("A1,E1,FAX,2026/07/06 08:30,30", "type", "import.unknown-code")]
    [InlineData("A1,E1,tel,2026/07/06 08:30,30", "type", "import.unknown-code")] // codes are compared exactly
    [InlineData("A1,E9,TEL,2026/07/06 08:30,30", "emp_no", "import.unknown-agent")]
    [InlineData("A1,E1,TEL,2026/07/06 08:30", null, "import.broken-row.too-few")]
    [InlineData("A1,E1,TEL,2026/07/06 08:30,30,", null, "import.broken-row.too-many")]
    [InlineData("A1,\"E1,TEL,2026/07/06 08:30,30", null, "import.broken-row.quotes")]
    public void A_wrong_row_is_rejected_at_its_line_and_column(string row, string? column, string code)
    {
        using var export = Export.WithActivities("A0,E1,TEL,2026/07/06 08:00,10\n" + row + "\nA2,E2,TEL,2026/07/06 09:00,\n");

        var result = export.Read();

        var reject = Assert.Single(result.Rejects);
        Assert.Equal(new SourcePlace("activities.csv", 3, column), reject.Place);
        Assert.Equal(code, reject.Reason.Code);
        Assert.Equal(row, reject.RawText);
        Assert.False(result.MayBeStored);
        Assert.Empty(result.Deliveries);
        Assert.Equal(new FileTotals("activities.csv", 3, 2, 1, 0), result.Files.Single(f => f.File == "activities.csv"));
    }

    [Fact]
    public void All_problems_of_a_row_are_told_at_once()
    {
        using var export = Export.WithActivities("A1,,FAX,yesterday,-5\n");

        Assert.Equal(
            ["emp_no: empty-required-value", "minutes: negative-amount", "start_time: wrong-date", "type: unknown-code"],
            export.Read().Rejects.Select(r => $"{r.Place.Column}: {r.Code}"));
    }

    [Fact]
    public void A_tolerated_reason_costs_only_its_row()
    {
        using var export = Export.WithActivities("A1,E1,FAX,2026/07/06 08:30,30\nbroken\nA2,E2,TEL,2026/07/06 09:00,\n").Head("tolerate = [\"unknown-code\", \"broken-row\"]");

        var result = export.Read();

        Assert.True(result.MayBeStored);
        Assert.All(result.Rejects, r => Assert.True(r.IsTolerated));
        Assert.Equal(["A2"], result.Deliveries[0].Facts.Where(f => f.Fact is ActivityFact).Select(f => f.Fact.Origin.Id));
    }

    [Fact]
    public void One_reason_that_is_not_tolerated_holds_everything_back_and_all_are_listed()
    {
        using var export = Export.WithActivities("A1,E1,FAX,2026/07/06 08:30,30\nA2,E9,TEL,2026/07/06 09:00,\n").Head("tolerate = [\"unknown-code\"]");

        var result = export.Read();

        Assert.False(result.MayBeStored);
        Assert.Equal([true, false], result.Rejects.Select(r => r.IsTolerated));
    }

    [Fact]
    public void A_missing_file_fails_unless_it_is_not_required()
    {
        var optional = Export.ActivityFile.Replace("\"fact\"", "\"required\": false, \"fact\"", StringComparison.Ordinal);
        using var strict = Export.WithActivities("");
        using var lenient = Export.WithActivities("").Mapping(Export.AgentFile, optional);
        File.Delete(Path.Combine(strict.Folder, "activities.csv"));
        File.Delete(Path.Combine(lenient.Folder, "activities.csv"));

        Assert.Equal(new SourcePlace("activities.csv", 1), Assert.Single(strict.Read().Rejects).Place);
        Assert.Equal("missing-file", strict.Read().Rejects[0].Code);
        Assert.False(strict.Read().MayBeStored);

        Assert.True(lenient.Read().MayBeStored);
        var absent = Assert.Single(lenient.Read().Absent);
        Assert.Equal("activities.csv", absent.File);
        Assert.Equal([FactKind.Activity], absent.Kinds);
        Assert.Contains(FactKind.Activity, lenient.Read().AbsentKinds);
    }

    [Theory]
    [InlineData("act_no,empno,type,start_time,minutes", "emp_no", "import.missing-column", "empno")]
    [InlineData("act_no,x,type,start_time,minutes", "emp_no", "import.missing-column.none-near", null)]
    [InlineData("act_no,emp_no,emp_no,type,start_time,minutes", "emp_no", "import.missing-column.twice", null)]
    [InlineData("", null, "import.missing-column.no-header", null)]
    public void A_missing_column_fails_and_the_nearest_name_is_the_remedy(string header, string? column, string code, string? nearest)
    {
        using var export = Export.WithActivities("").File("activities.csv", header).Head("tolerate = [\"broken-row\"]");

        var reject = Assert.Single(export.Read().Rejects);

        Assert.Equal((new SourcePlace("activities.csv", 1, column), code), (reject.Place, reject.Reason.Code));
        Assert.False(reject.IsTolerated);
        if (nearest is not null)
        {
            Assert.Equal(nearest, reject.Reason["nearest"].Text);
        }
    }

    [Fact]
    public void A_column_that_is_not_required_may_be_missing()
    {
        var file = Export.ActivityFile.Replace("\"minutes\": \"minutes\"", "\"minutes\": { \"column\": \"duration\", \"required\": false }", StringComparison.Ordinal);
        using var export = Export.WithActivities("A1,E1,TEL,2026/07/06 08:30,30\n").Mapping(Export.AgentFile, file);

        Assert.Null(Assert.Single(export.Facts().OfType<ActivityFact>()).Minutes);
    }

    [Fact]
    public void A_header_alone_is_an_empty_export()
    {
        using var export = Export.WithActivities("");

        Assert.True(export.Read().MayBeStored);
        Assert.Empty(export.Facts().OfType<ActivityFact>());
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_change_nothing()
    {
        var rows = "A1,E1,TEL,2026/07/06 08:30,30\n";
        using var plain = Export.WithActivities(rows);
        using var windows = Export.WithActivities(rows).File("activities.csv", (Export.ActivityHeader + rows).Replace("\n", "\r\n"), new UTF8Encoding(true));

        Assert.Equal(plain.Facts(), windows.Facts());
        windows.File("activities.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes((Export.ActivityHeader + rows).Replace("\n", "\r\n"))]);
        Assert.Equal(plain.Facts(), windows.Facts());
    }

    [Fact]
    public void Bytes_that_are_no_text_break_their_row()
    {
        using var export = Export.WithActivities("").File(
            "agents.csv",
            [.. Encoding.UTF8.GetBytes("emp_no,name,join_date\nE1,"), 0xC0, 0xEE, .. Encoding.UTF8.GetBytes(",2024-01-01\nE2,王芳,2024-02-01\n")]);

        var reject = Assert.Single(export.Read().Rejects);

        Assert.Equal((new SourcePlace("agents.csv", 2), "import.broken-row.encoding"), (reject.Place, reject.Reason.Code));
        Assert.Equal("E1,\uFFFD\uFFFD,2024-01-01", reject.RawText);
    }

    [Fact]
    public void A_declared_encoding_is_read()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        using var export = Export.WithActivities("").File("agents.csv", "emp_no,name,join_date\nE1,李伟,2024-01-01\n", gb).File("activities.csv", Export.ActivityHeader, gb).Head("encoding = \"gb18030\"");

        Assert.Equal([new PersonName(FactKind.Agent, "E1", "李伟")], export.Read().Deliveries[0].Names);
    }

    [Fact]
    public void A_missing_folder_is_a_reject_too()
    {
        using var export = Export.WithActivities("");

        var reject = Assert.Single(CrmFolder.Read(Path.Combine(export.Folder, "nowhere"), export.Document(), KnownReferences.None).Rejects);

        Assert.Equal("import.missing-file.folder", reject.Reason.Code);
    }

    [Fact]
    public void The_text_of_a_row_stays_out_of_logs()
    {
        using var export = Export.WithActivities("").File("agents.csv", "emp_no,name,join_date\nE1,Li Wei,soon\n");

        var reject = Assert.Single(export.Read().Rejects);

        Assert.Contains("Li Wei", reject.RawText, StringComparison.Ordinal);
        Assert.DoesNotContain("Li Wei", reject.ToString(), StringComparison.Ordinal);
    }
}
