using System.Text;

namespace ActivityMgmt.Import.Tests;

/// <summary>A small CRM export in a temporary folder, with a mapping; a test says only what matters to it.</summary>
internal sealed class Export : IDisposable
{
    private const string Agents = "emp_no,name,join_date\nE1,Li Wei,2024-01-01\nE2,Wang Fang,2024-02-01\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("import-").FullName;
    private string _files = AgentFile;
    private string _head = "";

    public static string AgentFile => """
        { "file": "agents.csv", "fact": "agent", "columns": { "agent": "emp_no", "name": "name", "date": "join_date" } }
        """;

    public static string ActivityFile => """
        { "file": "activities.csv", "fact": "activity", "id": ["act_no"], "columns": {
            "agent": "emp_no",
            "activity": { "column": "type", "codes": { "TEL": "call", "FACE": "interview" } },
            "startedAt": { "column": "start_time", "format": "yyyy/MM/dd HH:mm" },
            "minutes": "minutes" } }
        """;

    public static string ActivityHeader => "act_no,emp_no,type,start_time,minutes\n";

    /// <summary>Agents E1 and E2, and activities with the given rows.</summary>
    public static Export WithActivities(string rows) =>
        new Export().Mapping(AgentFile, ActivityFile).File("agents.csv", Agents).File("activities.csv", ActivityHeader + rows);

    public string Folder => _folder;

    public Export Mapping(params string[] files)
    {
        _files = string.Join(",\n", files);
        return this;
    }

    /// <summary>Members of the document's head, which replace the defaults.</summary>
    public Export Head(string members)
    {
        _head = members;
        return this;
    }

    public Export File(string name, string text, Encoding? encoding = null) => File(name, (encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public Export File(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return this;
    }

    public ImportResult Read(KnownReferences? known = null) => CrmFolder.Read(_folder, Document(), known ?? KnownReferences.None);

    public IReadOnlyList<Fact> Facts() => [.. Read().Deliveries.SelectMany(d => d.Facts).Select(f => f.Fact)];

    public MappingDocument Document()
    {
        var head = new Dictionary<string, string>
        {
            ["id"] = "\"test\"",
            ["version"] = "1",
            ["source"] = "\"crm\"",
            ["currency"] = "\"CNY\"",
            ["timeZone"] = "\"Asia/Shanghai\"",
            ["deliveries"] = "\"one\"",
            ["deliveredOn"] = "\"2026-07-05\"",
        };
        foreach (var member in _head.Split(";", StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (member[..member.IndexOf('=')].Trim(), member[(member.IndexOf('=') + 1)..].Trim());
            if (value.Length == 0)
            {
                head.Remove(name);
            }
            else
            {
                head[name] = value;
            }
        }

        return MappingDocument.Parse(
            "{ " + string.Join(", ", head.Select(h => $"\"{h.Key}\": {h.Value}")) + ", \"files\": [\n" + _files + "\n] }", "mapping.json");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
