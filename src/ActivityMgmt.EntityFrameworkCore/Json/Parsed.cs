using System.Text.Json;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Reads a value's written form; what can't be read is a fault of the stored text.</summary>
internal static class Parsed
{
    public static T From<T>(string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new JsonException(e.Message, e);
        }
    }
}
