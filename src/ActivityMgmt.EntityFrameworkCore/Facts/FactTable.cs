using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime.Text;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>The table <c>facts</c> inside one transaction: one prepared statement for each thing that is asked of it.</summary>
internal sealed class FactTable : IDisposable
{
    public const string LastSequenceSql = "SELECT COALESCE(MAX(sequence), 0) FROM facts WHERE tenant = $tenant";

    private readonly SqliteCommand _newest;
    private readonly SqliteCommand _ofRevision;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _remove;
    private readonly SqliteCommand _confirm;
    private readonly SqliteCommand _export;
    private readonly SqliteCommand _keepExport;
    private readonly SqliteTransaction _transaction;
    private readonly string _tenant;

    public FactTable(SqliteTransaction transaction, string tenant)
    {
        _transaction = transaction;
        _tenant = tenant;
        _newest = Prepare(
            """
            SELECT f.revision, f.change, f.delivery_id, f.content, c.delivered_on, c.delivery
            FROM facts f LEFT JOIN confirmations c ON c.tenant = $tenant AND c.kind = $kind AND c.source = $source AND c.id = $id
            WHERE f.tenant = $tenant AND f.kind = $kind AND f.source = $source AND f.id = $id
            ORDER BY f.sequence DESC LIMIT 1
            """,
            "$kind", "$source", "$id");
        _ofRevision = Prepare(
            """
            SELECT content FROM facts
            WHERE tenant = $tenant AND kind = $kind AND source = $source AND id = $id AND revision = $revision AND change <> 'removed'
            ORDER BY sequence LIMIT 1
            """,
            "$kind", "$source", "$id", "$revision");
        _insert = Prepare(
            """
            INSERT INTO facts (tenant, kind, source, id, revision, local_date, agent, change, delivery_id, content)
            VALUES ($tenant, $kind, $source, $id, $revision, $date, $agent, $change, $delivery, $content)
            """,
            "$kind", "$source", "$id", "$revision", "$date", "$agent", "$change", "$delivery", "$content");
        _remove = Prepare(
            """
            INSERT INTO facts (tenant, kind, source, id, revision, local_date, agent, change, delivery_id, content)
            SELECT tenant, kind, source, id, revision, local_date, agent, 'removed', $delivery, content
            FROM facts WHERE tenant = $tenant AND sequence = $sequence
            """,
            "$sequence", "$delivery");
        _confirm = Prepare(
            """
            INSERT INTO confirmations (tenant, kind, source, id, delivered_on, delivery) VALUES ($tenant, $kind, $source, $id, $on, $name)
            ON CONFLICT DO UPDATE SET delivered_on = excluded.delivered_on, delivery = excluded.delivery
            """,
            "$kind", "$source", "$id", "$on", "$name");
        _export = Prepare("SELECT delivered_on, delivery FROM complete_exports WHERE tenant = $tenant AND kind = $kind AND source = $source", "$kind", "$source");
        _keepExport = Prepare(
            """
            INSERT INTO complete_exports (tenant, kind, source, delivered_on, delivery) VALUES ($tenant, $kind, $source, $on, $name)
            ON CONFLICT DO UPDATE SET delivered_on = excluded.delivered_on, delivery = excluded.delivery
            """,
            "$kind", "$source", "$on", "$name");
    }

    /// <summary>A fact's newest entry.</summary>
    /// <param name="Revision">Its revision.</param>
    /// <param name="IsRemoved">Whether the entry removes it.</param>
    /// <param name="Delivery">The delivery's row.</param>
    /// <param name="Content">The fact as text.</param>
    /// <param name="Confirmed">The delivery that repeated the fact last; <see langword="null"/> when none did, or only complete exports.</param>
    public readonly record struct Entry(int Revision, bool IsRemoved, long Delivery, string Content, DeliveryOrder? Confirmed);

    public Entry? Newest(FactKey key)
    {
        Identify(_newest, key);
        using var reader = _newest.ExecuteReader();
        return reader.Read()
            ? new(reader.GetInt32(0), reader.GetString(1) == "removed", reader.GetInt64(2), reader.GetString(3), OrderAt(reader, 4))
            : null;
    }

    /// <summary>The text of one revision of a fact; <see langword="null"/> when it was never stored.</summary>
    public string? OfRevision(FactKey key, int revision)
    {
        Identify(_ofRevision, key);
        _ofRevision.Parameters["$revision"].Value = revision;
        return (string?)_ofRevision.ExecuteScalar();
    }

    public void Insert(Fact fact, string change, long delivery, string content)
    {
        Identify(_insert, fact.Key);
        _insert.Parameters["$revision"].Value = fact.Origin.Revision;
        _insert.Parameters["$date"].Value = LocalDatePattern.Iso.Format(fact.Date);
        _insert.Parameters["$agent"].Value = AgentOf(fact)?.Value ?? (object)DBNull.Value;
        _insert.Parameters["$change"].Value = change;
        _insert.Parameters["$delivery"].Value = delivery;
        _insert.Parameters["$content"].Value = content;
        _insert.ExecuteNonQuery();
    }

    /// <summary>The facts of a kind and source that are not removed, by id: the place and the delivery of their newest entries, and the delivery that repeated them last.</summary>
    public IReadOnlyList<(string Id, long Sequence, long Delivery, DeliveryOrder? Confirmed)> Present(FactKind kind, string source)
    {
        using var command = Prepare(
            """
            SELECT f.id, f.sequence, f.delivery_id, c.delivered_on, c.delivery
            FROM facts f LEFT JOIN confirmations c ON c.tenant = $tenant AND c.kind = $kind AND c.source = $source AND c.id = f.id
            WHERE f.sequence IN (SELECT MAX(sequence) FROM facts WHERE tenant = $tenant AND kind = $kind AND source = $source GROUP BY id)
              AND f.change <> 'removed'
            ORDER BY f.id
            """,
            "$kind", "$source");
        command.Parameters["$kind"].Value = FactKindCode.Of(kind);
        command.Parameters["$source"].Value = source;
        using var reader = command.ExecuteReader();
        var present = new List<(string, long, long, DeliveryOrder?)>();
        while (reader.Read())
        {
            present.Add((reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), OrderAt(reader, 3)));
        }

        return present;
    }

    public void Remove(long sequence, long delivery)
    {
        _remove.Parameters["$sequence"].Value = sequence;
        _remove.Parameters["$delivery"].Value = delivery;
        _remove.ExecuteNonQuery();
    }

    /// <summary>Keeps the delivery that repeated a fact last.</summary>
    public void Confirm(FactKey key, DeliveryOrder delivery)
    {
        Identify(_confirm, key);
        Name(_confirm, delivery);
        _confirm.ExecuteNonQuery();
    }

    /// <summary>The latest complete export of a kind and source; <see langword="null"/> before the first.</summary>
    public DeliveryOrder? CompleteExport(FactKind kind, string source)
    {
        _export.Parameters["$kind"].Value = FactKindCode.Of(kind);
        _export.Parameters["$source"].Value = source;
        using var reader = _export.ExecuteReader();
        return reader.Read() ? OrderAt(reader, 0) : null;
    }

    /// <summary>Keeps the latest complete export of a kind and source.</summary>
    public void KeepCompleteExport(FactKind kind, string source, DeliveryOrder delivery)
    {
        _keepExport.Parameters["$kind"].Value = FactKindCode.Of(kind);
        _keepExport.Parameters["$source"].Value = source;
        Name(_keepExport, delivery);
        _keepExport.ExecuteNonQuery();
    }

    /// <summary>The tenant's last commit sequence; 0 before the first fact.</summary>
    public long LastSequence()
    {
        using var command = Prepare(LastSequenceSql);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The tenant's last commit sequence for one of some kinds of fact; 0 before the first one.</summary>
    public long LastSequenceOf(IEnumerable<FactKind> kinds)
    {
        using var command = Prepare("SELECT COALESCE(MAX(sequence), 0) FROM facts WHERE tenant = $tenant AND kind IN (SELECT value FROM json_each($kinds))", "$kinds");
        command.Parameters["$kinds"].Value = JsonSerializer.Serialize(kinds.Select(FactKindCode.Of));
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>The commit sequence of the entry that was stored last; nobody else stores one while this transaction holds the write lock.</summary>
    public long StoredSequence()
    {
        using var command = Prepare("SELECT MAX(sequence) FROM facts");
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        _newest.Dispose();
        _ofRevision.Dispose();
        _insert.Dispose();
        _remove.Dispose();
        _confirm.Dispose();
        _export.Dispose();
        _keepExport.Dispose();
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = _transaction.Connection!.CreateCommand();
        command.Transaction = _transaction;
#pragma warning disable CA2100 // Literals of this class; values go through parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$tenant", _tenant);
        foreach (var name in parameters)
        {
            command.Parameters.Add(new(name, null));
        }

        return command;
    }

    private static void Identify(SqliteCommand command, FactKey key)
    {
        command.Parameters["$kind"].Value = FactKindCode.Of(key.Kind);
        command.Parameters["$source"].Value = key.Source;
        command.Parameters["$id"].Value = key.Id;
    }

    private static void Name(SqliteCommand command, DeliveryOrder delivery)
    {
        command.Parameters["$on"].Value = LocalDatePattern.Iso.Format(delivery.DeliveredOn);
        command.Parameters["$name"].Value = delivery.Name;
    }

    private static DeliveryOrder? OrderAt(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : new(LocalDatePattern.Iso.Parse(reader.GetString(column)).GetValueOrThrow(), reader.GetString(column + 1));

    // Policy events and premium belong to the policy's agent, who can change; they name none themselves.
    private static AgentId? AgentOf(Fact fact) => fact switch
    {
        AgentFact a => a.Agent,
        LicenceFact l => l.Agent,
        AssignmentFact a => a.Agent,
        CustomerFact c => c.Owner,
        OpportunityFact o => o.Agent,
        ActivityFact a => a.Agent,
        PolicyFact p => p.Agent,
        TrainingFact t => t.Agent,
        FeedbackFact f => f.Agent,
        _ => null,
    };
}
