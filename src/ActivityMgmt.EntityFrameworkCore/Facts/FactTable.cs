using Microsoft.Data.Sqlite;
using NodaTime.Text;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>The table <c>facts</c> inside one transaction: one prepared statement for each thing that is asked of it.</summary>
internal sealed class FactTable : IDisposable
{
    private readonly SqliteCommand _newest;
    private readonly SqliteCommand _ofRevision;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _remove;
    private readonly SqliteTransaction _transaction;
    private readonly string _tenant;

    public FactTable(SqliteTransaction transaction, string tenant)
    {
        _transaction = transaction;
        _tenant = tenant;
        _newest = Prepare(
            """
            SELECT revision, change, delivery_id, content FROM facts
            WHERE tenant = $tenant AND kind = $kind AND source = $source AND id = $id
            ORDER BY sequence DESC LIMIT 1
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
    }

    /// <summary>A fact's newest entry.</summary>
    /// <param name="Revision">Its revision.</param>
    /// <param name="IsRemoved">Whether the entry removes it.</param>
    /// <param name="Delivery">The delivery's row.</param>
    /// <param name="Content">The fact as text.</param>
    public readonly record struct Entry(int Revision, bool IsRemoved, long Delivery, string Content);

    public Entry? Newest(FactKey key)
    {
        Identify(_newest, key);
        using var reader = _newest.ExecuteReader();
        return reader.Read()
            ? new(reader.GetInt32(0), reader.GetString(1) == "removed", reader.GetInt64(2), reader.GetString(3))
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

    /// <summary>The facts of a kind and source that are not removed, by id: the place and the delivery of their newest entries.</summary>
    public IReadOnlyList<(string Id, long Sequence, long Delivery)> Present(FactKind kind, string source)
    {
        using var command = Prepare(
            """
            SELECT id, sequence, delivery_id FROM facts
            WHERE sequence IN (SELECT MAX(sequence) FROM facts WHERE tenant = $tenant AND kind = $kind AND source = $source GROUP BY id)
              AND change <> 'removed'
            ORDER BY id
            """,
            "$kind", "$source");
        command.Parameters["$kind"].Value = FactKindCode.Of(kind);
        command.Parameters["$source"].Value = source;
        using var reader = command.ExecuteReader();
        var present = new List<(string, long, long)>();
        while (reader.Read())
        {
            present.Add((reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        }

        return present;
    }

    public void Remove(long sequence, long delivery)
    {
        _remove.Parameters["$sequence"].Value = sequence;
        _remove.Parameters["$delivery"].Value = delivery;
        _remove.ExecuteNonQuery();
    }

    /// <summary>The tenant's last commit sequence; 0 before the first fact.</summary>
    public long LastSequence()
    {
        using var command = Prepare("SELECT COALESCE(MAX(sequence), 0) FROM facts WHERE tenant = $tenant");
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
