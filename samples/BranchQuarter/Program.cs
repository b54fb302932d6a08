using System.CommandLine;
using System.Globalization;
using BranchQuarter;

var sample = RunOptions.SampleFolder;
var data = new Option<DirectoryInfo>("--data") { Description = "Folder with a CRM's exports / CRM 导出文件夹", DefaultValueFactory = _ => new(Path.Combine(sample, "data")) };
var profile = new Option<DirectoryInfo?>("--profile") { Description = "Folder with profile.json, mapping.json and documents, when it is not the data folder / 配置文件夹" };
var output = new Option<DirectoryInfo?>("--out") { Description = "Folder for the outputs; default: out, or out/<data folder's name> for other data / 输出文件夹" };
var database = new Option<FileInfo?>("--database") { Description = "SQLite file; default: branch-quarter.db in the output folder / 数据库文件" };
var culture = new Option<string>("--culture") { Description = "en or zh-CN / 语言", DefaultValueFactory = _ => "en" };
culture.AcceptOnlyFromAmong("en", "zh-CN");

var command = new RootCommand("One quarter of an insurance branch, end to end / 一个营业部的完整季度") { data, profile, output, database, culture };
command.SetAction(async (parsed, cancellation) =>
{
    var folder = parsed.GetValue(data)!;
    var results = parsed.GetValue(output)?.FullName
        ?? Path.Combine(Directory.GetCurrentDirectory(), "out", string.Equals(folder.FullName.TrimEnd('/', '\\'), Path.Combine(sample, "data"), StringComparison.Ordinal) ? "" : folder.Name);
    var options = new RunOptions
    {
        Data = folder.FullName,
        Profile = parsed.GetValue(profile)?.FullName,
        Out = results,
        Database = parsed.GetValue(database)?.FullName ?? Path.Combine(results, "branch-quarter.db"),
        Culture = CultureInfo.GetCultureInfo(parsed.GetValue(culture)!),
    };
    return await BranchRun.RunAsync(options, Console.Out, isTerminal: !Console.IsOutputRedirected, cancellation);
});

return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
