using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>A public holiday.</summary>
/// <param name="Name">What it is called, for the reader; <see langword="null"/> when the document doesn't say.</param>
/// <param name="Days">First to last day, both included; may hold days of the weekend.</param>
public sealed record Holiday(string? Name, DateInterval Days)
{
    internal static Holiday Read(DocumentNode node)
    {
        node.AllowOnly("name", "days");
        return new(node["name"].Text(otherwise: null), DaysOf(node["days"]));
    }

    // One day, or first and last day: 2026-01-01, 2026-10-01/2026-10-07.
    private static DateInterval DaysOf(DocumentNode node)
    {
        var text = node.Text();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (first, last) = slash < 0 ? (text, text) : (text[..slash], text[(slash + 1)..]);
        if (LocalDatePattern.Iso.Parse(first).TryGetValue(default, out var from) && LocalDatePattern.Iso.Parse(last).TryGetValue(default, out var to))
        {
            if (from <= to)
            {
                return new(from, to);
            }

            node.Report(Reason.Of("work-calendar.days-order", ("from", from), ("to", to)));
        }
        else if (node.Kind == DocumentNodeKind.Text)
        {
            node.Report(Reason.Of("work-calendar.days-form", ("value", text)));
        }

        return new(new(1, 1, 1), new(1, 1, 1));
    }
}
