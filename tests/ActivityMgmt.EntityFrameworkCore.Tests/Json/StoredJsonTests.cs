using System.Text.Json;
using CsCheck;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class StoredJsonTests
{
    [Fact]
    public void Values_of_the_model_come_back_equal()
    {
        ComesBack(Generated.Money);
        ComesBack(Generated.Unit);
        ComesBack(Generated.Quantity);
        ComesBack(Generated.Quarter);
        ComesBack(Generated.Subject);
        ComesBack(Generated.Reference);
        ComesBack(Generated.Reference.Select(r => r.Key));
        ComesBack(Generated.Period);
        ComesBack(Generated.Date);
        ComesBack(Generated.Instant);
        ComesBack(Generated.Decimal);
        ComesBack(Generated.ReasonValue);
        ComesBack(Generated.Reason);
        ComesBack(Generated.Evidence);
        ComesBack(Generated.Text.Select(t => new AgentId(t)));
        ComesBack(Generated.Text.Select(t => new MeasureId(t)));
        ComesBack(Gen.Enum<ComplianceOutcome>());
    }

    [Fact]
    public void Cases_of_closed_families_come_back_as_the_same_case()
    {
        ComesBack(Gen.OneOf(
            Generated.Quantity.Select(Generated.Evidence, (value, evidence) => (Reading)new Reading.Measured(value, evidence)),
            Generated.Reason.Select(Generated.Evidence, (reason, evidence) => (Reading)new Reading.NoData(reason, evidence)),
            Generated.Reason.Select(reason => (Reading)new Reading.NotApplicable(reason))));
        ComesBack(Generated.Reason.Select(Generated.Evidence, (reason, evidence) => (Reading.Absent)new Reading.NoData(reason, evidence)));
        ComesBack(Generated.Reason.Select(reason => (Cause)new Cause.NoSingleCause(reason)));
        ComesBack(Generated.Reason.Select(reason => (Forecast)new Forecast.Absent(reason)));
        ComesBack(Gen.Enum<FactKind>().SelectMany(Generated.Fact));
    }

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("-0.00", "0")]
    [InlineData("100", "100")]
    public void Equal_numbers_are_written_the_same(string number, string written)
    {
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(written, StoredJson.Write(value));
        Assert.Equal($"\"{written} CNY\"", StoredJson.Write(Money.Of(value, "CNY")));
        Assert.Equal($"\"{written} CNY\"", StoredJson.Write(Quantity.Of(Money.Of(value, "CNY"))));
    }

    [Fact]
    public void A_reason_keeps_its_values_in_order() =>
        Assert.Equal(
            """{"code":"pay.gate","values":{"measure":"term:persistency","actual":"quantity:0.749 ratio","on":"date:2026-09-30"}}""",
            StoredJson.Write(Reason.Of("pay.gate", ("measure", new MeasureId("persistency")), ("actual", Quantity.Ratio(749m, 1000m)), ("on", new LocalDate(2026, 9, 30)))));

    [Fact]
    public void A_case_is_named_first() =>
        Assert.Equal(
            """{"$case":"no-data","evidence":{"counts":[],"facts":[]},"reason":{"code":"kpi.no-facts"}}""",
            StoredJson.Write<Reading>(new Reading.NoData(Reason.Of("kpi.no-facts"), Evidence.None)));

    [Fact]
    public void Dictionaries_are_written_by_key_whatever_the_order_of_insertion()
    {
        IReadOnlyDictionary<MeasureId, Quantity> one = new Dictionary<MeasureId, Quantity> { [new("b")] = Quantity.Count(1m), [new("B")] = Quantity.Count(2m), [new("a")] = default };
        IReadOnlyDictionary<LocalDate, int> days = new Dictionary<LocalDate, int> { [new(2026, 10, 1)] = 2, [new(2026, 9, 30)] = 1 };

        Assert.Equal("""{"B":"2 count","a":"0 count","b":"1 count"}""", StoredJson.Write(one));
        Assert.Equal("""{"2026-09-30":1,"2026-10-01":2}""", StoredJson.Write(days));
        Assert.Equal(one, StoredJson.Read<IReadOnlyDictionary<MeasureId, Quantity>>(StoredJson.Write(one)));
        Assert.Equal(days, StoredJson.Read<IReadOnlyDictionary<LocalDate, int>>(StoredJson.Write(days)));
    }

    [Fact]
    public void A_member_that_an_older_text_does_not_have_takes_its_default() =>
        Assert.Equal(
            new FactOrigin("crm", "1", Revision: 1, Sequence: 0),
            StoredJson.Read<FactOrigin>("""{"id":"1","source":"crm"}"""));

    [Fact]
    public void A_text_without_a_required_member_is_refused() =>
        Assert.Throws<JsonException>(() => StoredJson.Read<ComplianceResult>("""{"rule":"CN-TEL-01"}"""));

    [Theory]
    [InlineData("""{"code":"x","values":{"on":"2026-07-01"}}""")] // no kind before the value
    [InlineData("""{"code":"x","values":{"on":null}}""")]
    [InlineData("""{"values":{}}""")]
    public void A_reason_that_cannot_be_read_is_refused(string text) =>
        Assert.Throws<JsonException>(() => StoredJson.Read<Reason>(text));

    [Fact]
    public void Evidence_that_cannot_be_read_is_refused() =>
        Assert.Throws<JsonException>(() => StoredJson.Read<Evidence>("""{"counts":[],"facts":["Premium"]}"""));

    [Theory]
    [InlineData("\"12\"")]
    [InlineData("12")]
    [InlineData("null")]
    public void Money_that_cannot_be_read_is_refused(string text) =>
        Assert.Throws<JsonException>(() => StoredJson.Read<Money>(text));

    [Fact]
    public void An_unknown_case_is_refused() =>
        Assert.Throws<JsonException>(() => StoredJson.Read<Reading>("""{"$case":"guessed"}"""));

    [Fact]
    public void An_id_without_value_is_refused() =>
        Assert.Throws<ArgumentException>(() => StoredJson.Write(default(AgentId)));

    [Fact]
    public void Types_that_would_not_come_back_the_same_are_refused()
    {
        Refused(new LosesState(1));
        Refused(HiddenConstructor.Of(1));
        Refused(new OpenMember { Any = new OpenMember.Case() });
        Refused(new SetMember { Ids = new HashSet<string>() });
        Refused(new DictionaryMember { Counts = [] });
    }

    private static void Refused<T>(T value) => Assert.Throws<NotSupportedException>(() => StoredJson.Write(value));

    private static void ComesBack<T>(Gen<T> values) => values.Sample(
        value =>
        {
            var written = StoredJson.Write(value);
            var read = StoredJson.Read<T>(written);
            Assert.Equal(value, read);
            Assert.Equal(written, StoredJson.Write(read));
        },
        iter: 300);

    private sealed class LosesState(int start)
    {
        public int Count { get; } = start;
    }

    private sealed record HiddenConstructor
    {
        private HiddenConstructor(int count) => Count = count;

        public int Count { get; }

        public static HiddenConstructor Of(int count) => new(count);
    }

    private sealed record OpenMember
    {
        public required Open Any { get; init; }

        public abstract record Open;

        public sealed record Case : Open;
    }

    private sealed record SetMember
    {
        public required IReadOnlySet<string> Ids { get; init; }
    }

    private sealed record DictionaryMember
    {
        public required Dictionary<string, int> Counts { get; init; }
    }
}
