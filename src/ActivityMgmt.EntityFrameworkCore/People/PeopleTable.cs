using Microsoft.Data.Sqlite;
using NodaTime.Text;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>The table <c>people</c> inside one transaction.</summary>
internal sealed class PeopleTable : IDisposable
{
    private readonly SqliteCommand _keep;

    public PeopleTable(SqliteTransaction transaction, string tenant)
    {
        _keep = transaction.Connection!.CreateCommand();
        _keep.Transaction = transaction;
        _keep.CommandText =
            """
            INSERT INTO people (tenant, kind, id, name, delivered_on, delivery)
            VALUES ($tenant, $kind, $id, $name, $date, $delivery)
            ON CONFLICT (tenant, kind, id) DO UPDATE
            SET name = excluded.name, delivered_on = excluded.delivered_on, delivery = excluded.delivery
            WHERE (excluded.delivered_on, excluded.delivery) > (delivered_on, delivery)
               OR ((excluded.delivered_on, excluded.delivery) = (delivered_on, delivery) AND excluded.name <> name)
            """;
        _keep.Parameters.AddWithValue("$tenant", tenant);
        foreach (var name in (string[])["$kind", "$id", "$name", "$date", "$delivery"])
        {
            _keep.Parameters.Add(new(name, null));
        }
    }

    /// <summary>Keeps names. The last one in a delivery counts; an older delivery, sent again, doesn't overwrite what a later one brought.</summary>
    public void Keep(IReadOnlyList<PersonName> names, DeliveryOrder delivery)
    {
        _keep.Parameters["$date"].Value = LocalDatePattern.Iso.Format(delivery.DeliveredOn);
        _keep.Parameters["$delivery"].Value = delivery.Name;
        foreach (var person in names.GroupBy(n => (n.Kind, n.Id)).Select(g => g.Last()))
        {
            _keep.Parameters["$kind"].Value = FactKindCode.Of(person.Kind);
            _keep.Parameters["$id"].Value = person.Id;
            _keep.Parameters["$name"].Value = person.Name;
            _keep.ExecuteNonQuery();
        }
    }

    public void Dispose() => _keep.Dispose();
}
