using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime.Text;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Maps flat query records to their tables: one column for each member, named like it, beside the tenant.</summary>
internal static class RecordModel
{
    public const string Tenant = "Tenant";

    /// <summary>How the values of records are stored: as text that compares like the value.</summary>
    public static void Convert(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<LocalDate>().HaveConversion<DateText>();
        conventions.Properties<Instant>().HaveConversion<InstantTicks>();
        conventions.Properties<Subject>().HaveConversion<SubjectText>();
        conventions.Properties<AgentId>().HaveConversion<AgentText>();
        conventions.Properties<TeamId>().HaveConversion<TeamText>();
        conventions.Properties<GoalId>().HaveConversion<GoalText>();
        conventions.Properties<MeasureId>().HaveConversion<MeasureText>();
        conventions.Properties<ActorId>().HaveConversion<ActorText>();
        conventions.Properties<SubjectKind>().HaveConversion<EnumText<SubjectKind>>();
        conventions.Properties<GoalState>().HaveConversion<EnumText<GoalState>>();
        conventions.Properties<GoalStatus>().HaveConversion<EnumText<GoalStatus>>();
        conventions.Properties<AuditOutcome>().HaveConversion<EnumText<AuditOutcome>>();
        conventions.Properties<Reason>().HaveConversion<ReasonText>();
        conventions.Properties<WeekPlanState>().HaveConversion<EnumText<WeekPlanState>>();
        conventions.Properties<EvaluationState>().HaveConversion<EnumText<EvaluationState>>();
    }

    public static void Map<T>(ModelBuilder model, string table)
        where T : class, IQueryRecord => model.Entity<T>(row =>
    {
        row.Property<string>(Tenant);
        row.ToTable(table).HasKey(Tenant, nameof(IQueryRecord.Key));
        foreach (var property in row.Metadata.GetProperties())
        {
            property.SetColumnName(ColumnOf(property.Name));
        }
    });

    private static string ColumnOf(string member) => member switch
    {
        nameof(IQueryRecord.From) => "first_day",
        nameof(IQueryRecord.Until) => "last_day",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(member),
    };

    private sealed class DateText() : ValueConverter<LocalDate, string>(d => LocalDatePattern.Iso.Format(d), t => LocalDatePattern.Iso.Parse(t).GetValueOrThrow());

    private sealed class InstantTicks() : ValueConverter<Instant, long>(i => i.ToUnixTimeTicks(), t => Instant.FromUnixTimeTicks(t));

    private sealed class SubjectText() : ValueConverter<Subject, string>(s => s.ToString(), t => Subject.Parse(t));

    private sealed class AgentText() : ValueConverter<AgentId, string>(i => i.Value, t => new(t));

    private sealed class TeamText() : ValueConverter<TeamId, string>(i => i.Value, t => new(t));

    private sealed class GoalText() : ValueConverter<GoalId, string>(i => i.Value, t => new(t));

    private sealed class MeasureText() : ValueConverter<MeasureId, string>(i => i.Value, t => new(t));

    private sealed class ActorText() : ValueConverter<ActorId, string>(i => i.Value, t => new(t));

    private sealed class ReasonText() : ValueConverter<Reason, string>(r => StoredJson.Write(r), t => StoredJson.Read<Reason>(t));

    private sealed class EnumText<T>() : ValueConverter<T, string>(
        e => JsonNamingPolicy.KebabCaseLower.ConvertName(e.ToString()), t => Enum.Parse<T>(t.Replace("-", "", StringComparison.Ordinal), ignoreCase: true))
        where T : struct, Enum;
}
