using System.Reflection;
using System.Runtime.CompilerServices;
using CsCheck;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>Generators of the model's values: ids and texts with quotes, Chinese, emoji and control characters; dates and decimals at their edges.</summary>
internal static class Generated
{
    public static readonly Gen<string> Text =
        AnyOf("a", "Z", "0", " ", "'", "\"", "\\", "/", ":", "@", ";--", "<b>", "业务员", "é", "😀", "\n", "\u0001", "\u2028", "null", "{}", "")
            .Array[1, 6].Select(parts => string.Concat(parts)).Where(text => text.Length > 0);

    public static readonly Gen<string> Source = AnyOf("crm", "core", "保单系统", "o'hara");

    public static readonly Gen<decimal> Decimal = Gen.OneOf(
        AnyOf(0m, 0.00m, -0.0m, 1.50m, -1.5m, 100.00m, 0.0000000000000000000000000001m, decimal.MaxValue, decimal.MinValue),
        Gen.Int[-1_000_000, 1_000_000].Select(Gen.Int[0, 6], (units, scale) => new decimal(Math.Abs(units), 0, 0, units < 0, (byte)scale)));

    public static readonly Gen<LocalDate> Date = Gen.Int[-200_000, 200_000].Select(days => new LocalDate(2026, 7, 1).PlusDays(days));

    public static readonly Gen<Instant> Instant = Gen.Long[-62_000_000_000, 200_000_000_000]
        .Select(Gen.Long[0, 999_999_999], (seconds, nanos) => NodaTime.Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanos));

    public static readonly Gen<Money> Money = Decimal.Select(AnyOf("CNY", "USD", "EUR"), Domain.Money.Of);

    public static readonly Gen<Unit> Unit = AnyOf(default, Domain.Unit.Count, Domain.Unit.Ratio, Domain.Unit.Hours, Domain.Unit.Score, Domain.Unit.Money("CNY"));

    public static readonly Gen<Quantity> Quantity = Gen.OneOf(
        Decimal.Select(Unit, Domain.Quantity.Of),
        Gen.Int[-10_000, 10_000].Select(Gen.Int[1, 10_000], (above, below) => Domain.Quantity.Ratio(above, below)),
        Gen.Const(default(Quantity)));

    public static readonly Gen<FactReference> Reference =
        Gen.Enum<FactKind>().Select(Source, Text, Gen.Int[1, 9], (kind, source, id, revision) => new FactReference(new(kind, source, id), revision));

    public static readonly Gen<DateInterval> Period = Date.Select(Gen.Int[0, 400], (start, days) => new DateInterval(start, start.PlusDays(days)));

    public static readonly Gen<Quarter> Quarter = Gen.Int[1, 9999].Select(Gen.Int[1, 4], (year, number) => new Quarter(year, number));

    public static readonly Gen<Subject> Subject = Gen.Enum<SubjectKind>().Select(Text, (kind, id) => new Subject(kind, id));

    public static readonly Gen<ReasonValue> ReasonValue = Gen.Enum<ReasonValueKind>().Select(Text, (kind, text) => new ReasonValue(kind, text));

    public static readonly Gen<Reason> Reason = AnyOf("kpi.no-facts", "pay.gate")
        .Select(Gen.Select(Text, ReasonValue, KeyValuePair.Create).Array[0, 4], (code, values) => Domain.Reason.Of(code, values));

    public static readonly Gen<Evidence> Evidence = Gen.Select(Text, Decimal, KeyValuePair.Create).Array[0, 3]
        .Select(Reference.Array[0, 4], (counts, facts) => new Evidence(counts, facts));

    private static readonly Gen<FactOrigin> Origin =
        Source.Select(Text, Gen.Int[1, 9], Gen.Long[0, long.MaxValue], (source, id, revision, sequence) => new FactOrigin(source, id, revision, sequence));

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>Facts of one kind, every member of them, so that a new member is covered the day it is added.</summary>
    public static Gen<Fact> Fact(FactKind kind)
    {
        var type = typeof(Fact).Assembly.GetTypes().Single(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract && Blank(t).Kind == kind);
        var members = type.GetProperties().Where(p => p.CanWrite).ToArray();
        var nullability = new NullabilityInfoContext();
        return members
            .Select(m => Member(m, nullability.Create(m).WriteState == NullabilityState.Nullable))
            .Aggregate(
                Gen.Const(Array.Empty<object?>()),
                (earlier, next) => earlier.Select(next, (values, value) => (object?[])[.. values, value]))
            .Select(values =>
            {
                var fact = Blank(type);
                foreach (var (member, value) in members.Zip(values))
                {
                    member.SetValue(fact, value);
                }

                return fact;
            });
    }

    private static Fact Blank(Type type) => (Fact)RuntimeHelpers.GetUninitializedObject(type);

    private static Gen<object?> Member(PropertyInfo member, bool mayBeNull)
    {
        var value = Value(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, member.Name);
        return mayBeNull ? Gen.OneOf(value, Gen.Const((object?)null)) : value;
    }

    private static Gen<object?> Value(Type type, string name) =>
        type == typeof(string) ? Text.Select(t => (object?)t)
        : type == typeof(FactOrigin) ? Origin.Select(o => (object?)o)
        : type == typeof(LocalDate) ? Date.Select(d => (object?)d)
        : type == typeof(Instant) ? Instant.Select(i => (object?)i)
        : type == typeof(Money) ? Money.Select(m => (object?)Domain.Money.Of(Math.Abs(m.Amount), m.Currency))
        : type == typeof(decimal) && name == nameof(PolicyRoleFact.Share) ? Gen.Int[1, 1000].Select(n => (object?)(n / 1000m))
        : type == typeof(decimal) ? Decimal.Where(d => d >= 0m).Select(d => (object?)d)
        : type == typeof(int) ? Gen.Int[1, 500].Select(n => (object?)n)
        : type == typeof(bool) ? Gen.Bool.Select(b => (object?)b)
        : type == typeof(GeoPoint) ? Gen.Int[-90, 90].Select(Gen.Int[-180, 180], (north, east) => (object?)new GeoPoint(north, east))
        : type == typeof(Weekdays) ? Gen.Int[1, 127].Select(n => (object?)(Weekdays)n)
        : type.IsEnum ? Gen.Int[0, Enum.GetValues(type).Length - 1].Select(i => Enum.GetValues(type).GetValue(i))
        : Text.Select(t => Activator.CreateInstance(type, t));
}
