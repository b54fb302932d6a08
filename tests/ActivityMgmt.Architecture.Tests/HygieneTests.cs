using System.Text.RegularExpressions;

namespace ActivityMgmt.Architecture.Tests;

/// <summary>A clone works anywhere: nothing in it knows the machine it was written on.</summary>
public class HygieneTests
{
    [Fact]
    public void No_file_names_a_path_of_somebodys_machine() => Rule.Holds(MachinePaths(Repository.Tracked));

    [Fact]
    public void A_path_of_somebodys_machine_is_found() =>
        Assert.Equal(
            ["a.md:2", "b.json:1"],
            MachinePaths([
                new("a.md", $"see\n  {Folder("work")}notes.md"),
                new("b.json", $"\"file://{Folder("root")}x\""),
                new("c.md", $"docs{Folder("work")}calendars.md is a path inside the repository")]));

    [Fact]
    public void There_are_files_to_look_at() => Assert.Contains(Repository.Tracked, file => file.Path == "Directory.Build.props");

    private static IEnumerable<string> MachinePaths(IEnumerable<TextFile> files) =>
        from file in files
        from line in file.Lines.Index()
        where Regex.IsMatch(line.Item, $@"(?<![\w.])({Folder("work")}|{Folder("root")})")
        select $"{file.Path}:{line.Index + 1}";

    // Put together here, so that this file does not find itself.
    private static string Folder(string name) => '/' + name + '/';
}
