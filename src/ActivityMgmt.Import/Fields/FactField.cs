namespace ActivityMgmt.Import;

/// <summary>One field of a sort of fact that a mapping can fill.</summary>
/// <param name="Name">Its name in mapping documents.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsRequired">Whether a fact without it makes no sense.</param>
/// <param name="Refers">The master data it must refer to; <see langword="null"/> when it is no reference.</param>
internal sealed record FactField(string Name, FieldType Type, bool IsRequired = true, FactKind? Refers = null)
{
    public static FactField Text(string name) => new(name, TextType.Any);

    public static FactField Date(string name) => new(name, DateType.Local);

    public static FactField Agent(string name = "agent") => new(name, TextType.Any, true, FactKind.Agent);

    public static FactField Flag(string name) => new(name, CodeType.Flag);

    public static FactField Customer(string name = "customer") => new(name, TextType.Any, false, FactKind.Customer);

    public static FactField Policy(string name = "policy") => new(name, TextType.Any, true, FactKind.Policy);

    public static FactField Currency() => new("currency", CurrencyType.Iso, false);

    public FactField Optional() => this with { IsRequired = false };
}
