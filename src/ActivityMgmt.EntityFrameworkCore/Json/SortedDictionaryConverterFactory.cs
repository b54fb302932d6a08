using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Dictionaries have no order of their own; they are written sorted by key, so that equal ones give the same text.</summary>
internal sealed class SortedDictionaryConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(SortedDictionaryConverter<,>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class SortedDictionaryConverter<TKey, TValue> : JsonConverter<IReadOnlyDictionary<TKey, TValue>>
        where TKey : notnull
    {
        public override IReadOnlyDictionary<TKey, TValue> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var keys = (JsonConverter<TKey>)options.GetConverter(typeof(TKey));
            var items = new Dictionary<TKey, TValue>();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("Expected an object with one member for each key.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = keys.ReadAsPropertyName(ref reader, typeof(TKey), options);
                reader.Read();
                if (!items.TryAdd(key, JsonSerializer.Deserialize<TValue>(ref reader, options)!))
                {
                    throw new JsonException($"'{key}' is there twice.");
                }
            }

            return items;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<TKey, TValue> value, JsonSerializerOptions options)
        {
            var keys = (JsonConverter<TKey>)options.GetConverter(typeof(TKey));
            writer.WriteStartObject();
            foreach (var (key, item) in value.OrderBy(i => i.Key, KeyOrder))
            {
                keys.WriteAsPropertyName(writer, key, options);
                JsonSerializer.Serialize(writer, item, options);
            }

            writer.WriteEndObject();
        }

        // Text never sorts by culture; ids have no order but that of their text; dates and numbers have their own.
        private static Comparer<TKey> KeyOrder { get; } =
            typeof(TKey) != typeof(string) && typeof(TKey).IsAssignableTo(typeof(IComparable<TKey>))
                ? Comparer<TKey>.Default
                : Comparer<TKey>.Create((left, right) => string.CompareOrdinal(left.ToString(), right.ToString()));
    }
}
