using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>A closed family (<c>Reading</c> with its cases) is stored with the case's name first: <c>{"$case":"no-data",…}</c>.</summary>
/// <remarks>
/// Closed means that no other assembly can add a case: every constructor is private or private protected. Renaming a case breaks what was stored.
/// </remarks>
internal static class ClosedFamilies
{
    private const string Discriminator = "$case";

    public static void Tell(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || !type.Type.IsAbstract)
        {
            return;
        }

        if (type.Type.IsInterface || !IsClosed(type.Type))
        {
            throw new NotSupportedException($"{type.Type} can't be stored: it is open, so what implements it can't be read back; use a closed family of records.");
        }

        var cases = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = Discriminator };
        foreach (var derived in type.Type.Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(type.Type)).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            cases.DerivedTypes.Add(new(derived, JsonNamingPolicy.KebabCaseLower.ConvertName(derived.Name)));
        }

        type.PolymorphismOptions = cases;
    }

    // A record's copy constructor is protected always, and of no use without another one.
    private static bool IsClosed(Type family) =>
        family.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(c => c.GetParameters() is not [var copied] || copied.ParameterType != family)
            .All(c => c.IsPrivate || c.IsFamilyAndAssembly || c.IsAssembly);
}
