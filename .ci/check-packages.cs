#:property PublishAot=false
// dotnet run .ci/check-packages.cs SOURCE PACKAGES
// Each project folder in SOURCE must have one complete package and one symbol package in PACKAGES.
using System.IO.Compression;
using System.Xml.Linq;

var (source, packages) = (args[0], args[1]);
var findings = 0;

foreach (var id in Directory.GetDirectories(source).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal))
{
    var missing = Missing(id).ToList();
    Console.WriteLine(missing.Count == 0 ? $"{id}: complete" : $"{id}: {string.Join("; ", missing)}");
    findings += missing.Count;
}

return findings == 0 ? 0 : 1;

IEnumerable<string> Missing(string id)
{
    // The version starts with a digit, which keeps A.B.1.0 apart from A.1.0.
    var found = Directory.GetFiles(packages, $"{id}.*.nupkg").Where(file => char.IsDigit(Path.GetFileName(file)[id.Length + 1])).ToList();
    if (found is not [var path])
    {
        return [$"{found.Count} packages instead of one"];
    }

    using var package = ZipFile.OpenRead(path);
    var files = package.Entries.Where(entry => entry.Length > 0).Select(entry => entry.FullName).ToHashSet();
    List<string> missing = [];
    foreach (var file in (ReadOnlySpan<string>)["README.md", "icon.png"])
    {
        if (!files.Contains(file))
        {
            missing.Add($"no {file}");
        }
    }

    using var nuspec = package.GetEntry($"{id}.nuspec")!.Open();
    var metadata = XDocument.Load(nuspec).Descendants().ToLookup(element => element.Name.LocalName);
    if (!metadata["license"].Any(licence => licence.Attribute("type")?.Value == "expression" && licence.Value == "MIT"))
    {
        missing.Add("no licence expression MIT");
    }

    var libraries = files.Where(file => file.StartsWith("lib/", StringComparison.Ordinal) && file.EndsWith($"/{id}.dll", StringComparison.Ordinal)).ToList();
    if (libraries.Count == 0)
    {
        missing.Add("no library");
    }

    missing.AddRange(libraries.Select(library => Path.ChangeExtension(library, ".xml")).Where(xml => !files.Contains(xml)).Select(xml => $"no {xml}"));

    var symbolPath = Path.ChangeExtension(path, ".snupkg");
    if (!File.Exists(symbolPath))
    {
        return [.. missing, "no symbol package"];
    }

    using var symbols = ZipFile.OpenRead(symbolPath);
    missing.AddRange(libraries.Select(library => Path.ChangeExtension(library, ".pdb")).Where(pdb => symbols.GetEntry(pdb) is null).Select(pdb => $"no {pdb}"));
    return missing;
}
