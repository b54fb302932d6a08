namespace ActivityMgmt.Import;

/// <summary>The values of one row by field name, already read and checked.</summary>
internal sealed class RowValues(string? currency)
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public void Set(string field, object value) => _values[field] = value;

    public void Clear() => _values.Clear();

    public bool Has(string field) => _values.ContainsKey(field);

    public string Text(string field) => (string)_values[field];

    public string? TextOrNone(string field) => (string?)_values.GetValueOrDefault(field);

    public LocalDate Date(string field) => (LocalDate)_values[field];

    public LocalDate? DateOrNone(string field) => (LocalDate?)_values.GetValueOrDefault(field);

    public ZonedDateTime Moment(string field) => (ZonedDateTime)_values[field];

    public Instant? InstantOrNone(string field) => Has(field) ? Moment(field).ToInstant() : null;

    public int Whole(string field) => (int)_values[field];

    public int? WholeOrNone(string field) => (int?)_values.GetValueOrDefault(field);

    public long? LongOrNone(string field) => (long?)_values.GetValueOrDefault(field);

    public decimal Decimal(string field) => (decimal)_values[field];

    public decimal? DecimalOrNone(string field) => (decimal?)_values.GetValueOrDefault(field);

    public bool? FlagOrNone(string field) => (bool?)_values.GetValueOrDefault(field);

    public T Code<T>(string field)
        where T : struct, Enum => (T)_values[field];

    public T CodeOr<T>(string field, T otherwise)
        where T : struct, Enum => Has(field) ? Code<T>(field) : otherwise;

    public Money Money(string field) => Domain.Money.Of(Decimal(field), TextOrNone("currency") ?? currency!);

    public Money? MoneyOrNone(string field) => Has(field) ? Money(field) : null;

    public AgentId Agent(string field = "agent") => new(Text(field));

    public AgentId? AgentOrNone(string field) => TextOrNone(field) is { } id ? new(id) : null;

    public CustomerId? CustomerOrNone(string field = "customer") => TextOrNone(field) is { } id ? new(id) : null;

    public PolicyId? PolicyOrNone(string field = "policy") => TextOrNone(field) is { } id ? new(id) : null;

    public OpportunityId? OpportunityOrNone() => TextOrNone("opportunity") is { } id ? new(id) : null;
}
