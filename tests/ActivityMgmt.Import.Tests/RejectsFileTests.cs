using System.Globalization;
using System.Text;

namespace ActivityMgmt.Import.Tests;

public class RejectsFileTests
{
    private static readonly TextCatalogue Texts = new([ImportTexts.Resources, ResourceTexts.Domain]);

    [Theory]
    [InlineData("en", "E9999 in column emp_no is not a known agent; add the agent to agents.csv or correct the number.")]
    [InlineData("zh-CN", "列 emp_no 的 E9999 不是已知的业务员；请在 agents.csv 中添加该业务员，或改正工号。")]
    public void Each_reject_has_its_place_and_a_message_in_the_reader_s_language(string culture, string message)
    {
        using var export = Export.WithActivities("A1,E9999,TEL,2026/07/06 08:30,30\n");

        var lines = Written(export, culture);

        Assert.Equal(["file,line,column,reason,message", $"activities.csv,2,emp_no,unknown-agent,{message}"], lines);
    }

    [Fact]
    public void A_text_that_a_spreadsheet_would_run_is_disarmed()
    {
        using var export = Export.WithActivities("A1,=cmd|calc,TEL,2026/07/06 08:30,30\n");

        Assert.Contains("'=cmd|calc in column", Written(export, "en")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Separators_and_quotes_in_a_message_are_quoted()
    {
        using var export = Export.WithActivities("A1,E1,\"F\"\"A,X\",2026/07/06 08:30,30\n");

        Assert.Contains("\"F\"\"A,X in column type", Written(export, "en")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_replaces_the_earlier_one_and_leaves_nothing_beside_it()
    {
        using var export = Export.WithActivities("A1,E9999,TEL,2026/07/06 08:30,30\n");
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(export.Folder, "out")).FullName, "rejects.csv");
        RejectsFile.Write(path, export.Read().Rejects, Texts, CultureInfo.InvariantCulture);

        RejectsFile.Write(path, [], Texts, CultureInfo.InvariantCulture);

        Assert.Equal(["rejects.csv"], Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName));
        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("file,line,column,reason,message\r\n")], File.ReadAllBytes(path));
    }

    private static string[] Written(Export export, string culture)
    {
        var path = Path.Combine(export.Folder, "rejects.csv");
        RejectsFile.Write(path, export.Read().Rejects, Texts, CultureInfo.GetCultureInfo(culture));
        return File.ReadAllLines(path);
    }
}
