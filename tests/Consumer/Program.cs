using System.Reflection;

// Here a user's first lines belong: record facts, read a KPI, calculate a plan, through the public API only.
// Until the packages have one, this shows that each of them restores and loads, with what it depends on.
foreach (var package in (string[])["ActivityMgmt.Domain", "ActivityMgmt.Kpi", "ActivityMgmt.Incentives", "ActivityMgmt.Import", "ActivityMgmt.EntityFrameworkCore"])
{
    var assembly = Assembly.Load(package);
    var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
    Console.WriteLine($"{package} {version}: {assembly.GetExportedTypes().Length} public types");
}
