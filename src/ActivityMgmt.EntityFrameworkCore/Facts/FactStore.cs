using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Facts in the table <c>facts</c>, append-only.</summary>
internal sealed class FactStore(ActivityStorage storage) : IFactStore, IOrganisations
{
    private static readonly FactKind[] OfTheOrganisation =
        [FactKind.Agent, FactKind.Assignment, FactKind.Licence, FactKind.Team, FactKind.Lineage, FactKind.Leave];

    private readonly DecodedFacts _decoded = new();

    public Task<IntakeResult> AppendAsync(CallContext call, FactDelivery delivery, Func<IntakeResult, Changes> follows, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(follows);
        return storage.WriteAsync(
            async (context, transaction) =>
            {
                using var table = new FactTable(transaction, tenant);
                using var people = new PeopleTable(transaction, tenant);
                var became = new Intake(context, table, people, tenant, delivery).Run(cancellation);
                await UnitOfWork.PutAsync(context, tenant, call.Actor, follows(became), cancellation).ConfigureAwait(false);
                return became;
            },
            cancellation);
    }

    public Task<long> SequenceAsync(CallContext call, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        return storage.ReadAsync(
            context =>
            {
                context.Database.OpenConnection();
                using var command = context.Database.GetDbConnection().CreateCommand();
                command.CommandText = FactTable.LastSequenceSql;
                Add(command, "$tenant", tenant);
                return Task.FromResult((long)command.ExecuteScalar()!);
            },
            cancellation);
    }

    public Task<FactBook> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) => ReadAsync(call, kinds: null, asKnownAt, cancellation);

    async Task<Organisation> IOrganisations.ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) =>
        (await ReadAsync(call, OfTheOrganisation, asKnownAt, cancellation).ConfigureAwait(false)).Organisation;

    public Task<IReadOnlyList<DeliveryRecord>> DeliveriesAsync(CallContext call, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        return storage.ReadAsync<IReadOnlyList<DeliveryRecord>>(
            async context =>
            {
                var rows = await context.Deliveries.AsNoTracking()
                    .Where(d => d.Tenant == tenant)
                    .OrderBy(d => d.Sequence)
                    .ToListAsync(cancellation).ConfigureAwait(false);
                return [.. rows.Select(d => new DeliveryRecord(d.Name, LocalDatePattern.Iso.Parse(d.DeliveredOn).GetValueOrThrow(), d.Sequence))];
            },
            cancellation);
    }

    private Task<FactBook> ReadAsync(CallContext call, FactKind[]? kinds, long? asKnownAt, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        return storage.ReadAsync(
            context =>
            {
                context.Database.OpenConnection();
                using var command = context.Database.GetDbConnection().CreateCommand();
                command.CommandText =
                    """
                    SELECT kind, content, sequence FROM facts
                    WHERE sequence IN (
                        SELECT MAX(sequence) FROM facts
                        WHERE tenant = $tenant AND sequence <= $known AND ($kinds IS NULL OR kind IN (SELECT value FROM json_each($kinds)))
                        GROUP BY kind, source, id)
                      AND change <> 'removed'
                    ORDER BY sequence
                    """;
                Add(command, "$tenant", tenant);
                Add(command, "$known", asKnownAt ?? long.MaxValue);
                Add(command, "$kinds", kinds is null ? DBNull.Value : JsonSerializer.Serialize(kinds.Select(FactKindCode.Of)));
                using var reader = command.ExecuteReader();
                var facts = new List<Fact>();
                while (reader.Read())
                {
                    cancellation.ThrowIfCancellationRequested();
                    facts.Add(_decoded.Get(reader.GetInt64(2), reader));
                }

                return Task.FromResult(FactBook.Of(facts));
            },
            cancellation);
    }

    private static void Add(System.Data.Common.DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
