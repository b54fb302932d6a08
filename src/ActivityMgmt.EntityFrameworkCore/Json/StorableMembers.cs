using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Which members of a type are stored: those that a constructor or <c>init</c> takes back; never computed ones.</summary>
internal static class StorableMembers
{
    public static void Keep(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && IsSet(type.Type))
        {
            throw Refused(type.Type, "a set has no order; use a sorted list");
        }

        if (type.Kind == JsonTypeInfoKind.Dictionary)
        {
            throw Refused(type.Type, "declare it as IReadOnlyDictionary, which is stored sorted by key");
        }

        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var parameters = ConstructorOf(type.Type)?.GetParameters() ?? [];
        foreach (var property in type.Properties.ToArray())
        {
            if (property.AttributeProvider is not PropertyInfo member)
            {
                continue;
            }

            var parameter = parameters.FirstOrDefault(p => string.Equals(p.Name, member.Name, StringComparison.OrdinalIgnoreCase));
            if (property.Set is null && parameter is null)
            {
                RefuseLostState(type.Type, member);
                type.Properties.Remove(property);
            }
            else if (!property.IsRequired && parameter is not { HasDefaultValue: false })
            {
                property.ShouldSerialize = (_, value) => value is not null;
            }
        }

        var order = 0;
        foreach (var property in type.Properties.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            property.Order = order++;
        }
    }

    // System.Text.Json builds classes through their one public constructor, or the one without parameters; structs through init.
    private static ConstructorInfo? ConstructorOf(Type type)
    {
        if (type.IsAbstract || type.IsValueType)
        {
            return null;
        }

        var constructors = type.GetConstructors();
        return constructors.FirstOrDefault(c => c.GetParameters().Length == 0)
            ?? (constructors is [var only] ? only : throw Refused(type, "it has no single public constructor to read it back with"));
    }

    // A get-only property with a field behind it, declared here and set by nobody who reads it back, would come back empty.
    private static void RefuseLostState(Type type, PropertyInfo member)
    {
        if (member.DeclaringType == type
            && !type.IsAbstract
            && type.GetField($"<{member.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is not null)
        {
            throw Refused(type, $"{member.Name} is neither init nor a parameter of the constructor");
        }
    }

    private static bool IsSet(Type type) =>
        type.GetInterfaces().Append(type).Any(i => i.IsGenericType
            && (i.GetGenericTypeDefinition() == typeof(ISet<>) || i.GetGenericTypeDefinition() == typeof(IReadOnlySet<>)));

    private static NotSupportedException Refused(Type type, string why) => new($"{type} can't be stored: {why}.");
}
