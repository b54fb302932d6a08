using System.Reflection;
using System.Runtime.InteropServices;
using Net8Run;
using Xunit.Sdk;

Console.WriteLine($"Running on {RuntimeInformation.FrameworkDescription}");
if (Environment.Version.Major != 8)
{
    Console.WriteLine("This is not .NET 8.");
    return 1;
}

using var report = new Report();
foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "ActivityMgmt.*.Tests.dll").Order(StringComparer.Ordinal))
{
    Console.WriteLine(Path.GetFileName(file));
    var assembly = new ReflectionAssemblyInfo(Assembly.LoadFrom(file));
    using var framework = new XunitTestFramework(report);
    using var executor = framework.GetExecutor(assembly.Assembly.GetName());
    executor.RunAll(report, new Options(), new Options());
    report.WaitForTheEndOfTheAssembly();
}

Console.WriteLine($"{report.Passed} passed, {report.Failed} failed, {report.Skipped} skipped");
return report.Failed == 0 && report.Passed > 0 ? 0 : 1;
