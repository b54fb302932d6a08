using CsCheck;

namespace ActivityMgmt.Import.Tests;

public class CsvTableTests
{
    private static readonly Gen<string> Field = Gen.OneOf(
        Gen.Char["ab ,;\"\n\r业'=\t"].Array[0, 8].Select(c => new string(c)),
        Gen.Const(""),
        Gen.Const("\r\n"),
        Gen.Const("\"\""));

    private static readonly Gen<string[][]> Table =
        from columns in Gen.Int[1, 5]
        from rows in Field.Array[columns].Array[0, 12]
        select rows;

    [Fact]
    public void Any_table_is_read_back_with_its_values_and_line_numbers() => Table.Sample(
        rows =>
        {
            var columns = rows.Length > 0 ? rows[0].Length : 1;
            var text = string.Join(",", Enumerable.Range(0, columns).Select(c => "h" + c)) + "\r\n";
            var lines = new List<int>();
            foreach (var row in rows)
            {
                lines.Add(1 + TextFile.LineEnds(text, 0, text.Length));
                text += string.Join(",", row.Select(Written)) + "\r\n";
            }

            var read = CsvTable.Of(text).Rows().ToArray();

            Assert.All(read, r => Assert.Null(r.Problem));
            Assert.Equal(rows, read.Select(r => r.Fields.ToArray()));
            Assert.Equal(lines, read.Select(r => r.Line));
        },
        iter: 2000);

    [Theory]
    [InlineData("a,b\n1,2\n3,4", "2:1|2", "3:3|4")]
    [InlineData("a,b\r\n1,2\r\n\r\n3,4\r\n", "2:1|2", "4:3|4")] // a blank line is no row, but a line
    [InlineData("\n\na,b\n1,2\n", "4:1|2")]
    [InlineData("a,b\r1,2\r3,4", "2:1|2", "3:3|4")]
    [InlineData("a,b\n\"x\ny\",2\n3,4\n", "2:x\ny|2", "4:3|4")]
    [InlineData("a,b\n\"say \"\"hi\"\"\",\",\"\n", "2:say \"hi\"|,")]
    [InlineData("a,b\n", new string[0])]
    public void Reads_rows_with_the_line_on_which_each_begins(string text, params string[] expected) =>
        Assert.Equal(expected, CsvTable.Of(text).Rows().Select(r => $"{r.Line}:{string.Join('|', r.Fields)}"));

    [Theory]
    [InlineData("a,b\n1\n3,4\n", 2, "import.broken-row.too-few", "1")]
    [InlineData("a,b\n1,2,3\n3,4\n", 2, "import.broken-row.too-many", "1,2,3")]
    [InlineData("a,b\n\"x\ny\"\n3,4\n", 2, "import.broken-row.too-few", "\"x\ny\"")]
    [InlineData("a,b\nx\"y,2\n3,4\n", 2, "import.broken-row.quotes", "x\"y,2")]
    [InlineData("a,b\n\"x\"y,2\n3,4\n", 2, "import.broken-row.quotes", "\"x\"y,2")]
    [InlineData("a,b\n \"x\",2\n3,4\n", 2, "import.broken-row.quotes", " \"x\",2")]
    [InlineData("a,b\n\"x,2\n3,4\n", 2, "import.broken-row.quotes", "\"x,2")] // would swallow the rest of the file
    [InlineData("a,b\n\"x,2\n3,4\n5,\"6\"\n", 2, "import.broken-row.quotes", "\"x,2")] // would swallow up to the next quote
    [InlineData("a,b\n1,\"\"\"\n3,4\n", 2, "import.broken-row.quotes", "1,\"\"\"")]
    public void A_broken_row_breaks_only_itself(string text, int line, string code, string raw)
    {
        var rows = CsvTable.Of(text).Rows().ToArray();

        var broken = Assert.Single(rows, r => r.Problem is not null);
        Assert.Equal((line, code, raw), (broken.Line, broken.Problem!.Code, broken.Raw.Cut()));
        Assert.Contains(rows, r => r.Problem is null && r.Fields.SequenceEqual(["3", "4"]) && r.Line == 3 + raw.Count(c => c == '\n'));
    }

    [Fact]
    public void Every_row_with_an_unclosed_quote_is_found()
    {
        var text = "a,b\n" + string.Concat(Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? $"\"{i},x\n" : $"{i},y\n"));

        var rows = CsvTable.Of(text).Rows().ToArray();

        Assert.Equal(100, rows.Count(r => r.Problem is not null));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => i * 2 + 3), rows.Where(r => r.Problem is null).Select(r => r.Line));
    }

    [Fact]
    public void A_field_longer_than_any_real_one_breaks_its_row()
    {
        var rows = CsvTable.Of($"a\n{new string('x', CsvTable.LongestField)}\n{new string('x', CsvTable.LongestField + 1)}\n").Rows().ToArray();

        Assert.Null(rows[0].Problem);
        Assert.Equal("import.broken-row.too-long", rows[1].Problem!.Code);
        Assert.Equal(10_001, rows[1].Raw.Cut().Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n")]
    public void A_file_without_rows_has_no_header(string text) => Assert.Empty(CsvTable.Of(text).Header);

    private static string Written(string field) =>
        field.Length == 0 || field.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? "\"" + field.Replace("\"", "\"\"") + "\"" : field;
}
