using System.Text.RegularExpressions;

namespace ActivityMgmt.Architecture.Tests;

/// <summary>What the C# files of <c>src</c> may not contain, and how long they may be.</summary>
public class SourceTests
{
    private const int LongestFile = 500;

    [Fact]
    public void No_source_file_is_unfinished() => Rule.Holds(Unfinished(Repository.Sources));

    [Fact]
    public void Unfinished_code_is_found() =>
        Assert.Equal(
            ["src/A.cs:2: throw new NotImplementedException();", "src/B.cs:1: // TODO: later"],
            Unfinished([
                new("src/A.cs", "void M() =>\n    throw new NotImplementedException();"),
                new("src/B.cs", "// TODO: later"),
                new("src/C.cs", "var todoList = Finished();")]));

    [Fact]
    public void No_source_file_is_longer_than_500_lines() => Rule.Holds(TooLong(Repository.Sources));

    [Fact]
    public void A_file_of_501_lines_is_found_and_one_of_500_is_not() =>
        Assert.Equal(
            ["src/Long.cs has 501 lines"],
            TooLong([
                new("src/Long.cs", string.Concat(Enumerable.Repeat("x\n", 501))),
                new("src/Just.cs", string.Concat(Enumerable.Repeat("x\n", 500)))]));

    private static IEnumerable<string> Unfinished(IEnumerable<TextFile> sources) =>
        from file in sources
        from line in file.Lines.Index()
        where Regex.IsMatch(line.Item, @"NotImplementedException|\bTODO\b")
        select $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}";

    private static IEnumerable<string> TooLong(IEnumerable<TextFile> sources) =>
        from file in sources
        let lines = file.Text.TrimEnd('\n').Split('\n').Length
        where lines > LongestFile
        select $"{file.Path} has {lines} lines";
}
