using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Typed ids of any package, <c>readonly record struct X(string Value)</c>, as their text; also as keys.</summary>
internal sealed class TypedIdConverterFactory : JsonConverterFactory
{
    private const BindingFlags Shown = BindingFlags.Public | BindingFlags.Instance;

    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType
        && typeToConvert.GetProperties(Shown) is [{ Name: "Value" } value]
        && value.PropertyType == typeof(string)
        && typeToConvert.GetConstructors() is [var constructor]
        && constructor.GetParameters() is [var parameter]
        && parameter.ParameterType == typeof(string);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(TypedIdConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class TypedIdConverter<T> : JsonConverter<T>
        where T : struct
    {
        private static readonly Func<string, T> Create = Constructor();
        private static readonly Func<T, string?> Value = Getter();

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Create(reader.GetString()!) : throw new JsonException($"Expected the text of a {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(TextOf(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Create(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(TextOf(value));

        private static string TextOf(T value) =>
            Value(value) ?? throw new ArgumentException($"A {typeof(T).Name} without a value can't be stored; leave the member null instead.");

        private static Func<string, T> Constructor()
        {
            var text = Expression.Parameter(typeof(string));
            return Expression.Lambda<Func<string, T>>(
                Expression.New(typeof(T).GetConstructors()[0], text), text).Compile();
        }

        private static Func<T, string?> Getter()
        {
            var id = Expression.Parameter(typeof(T));
            return Expression.Lambda<Func<T, string?>>(Expression.Property(id, "Value"), id).Compile();
        }
    }
}
