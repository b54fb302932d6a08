using NodaTime.Text;

namespace ActivityMgmt.Import;

/// <summary>Reads the formats that a mapping document declares.</summary>
internal static class Formats
{
    /// <summary>One date format or a list of them; <see langword="null"/> when the document gives none.</summary>
    public static DateFormats? Read(DocumentNode node)
    {
        if (node.IsNothing)
        {
            return null;
        }

        var formats = new List<DateFormat>();
        foreach (var item in node.Kind == DocumentNodeKind.Text ? [node] : node.Items)
        {
            var text = item.Text();
            if (item.Kind != DocumentNodeKind.Text)
            {
                continue;
            }

            try
            {
                formats.Add(DateFormat.Of(text));
            }
            catch (InvalidPatternException e)
            {
                item.Report(Reason.Of("import.mapping.date-format", ("value", text), ("message", e.Message.TrimEnd('.'))));
            }
        }

        if (formats.Count == 0 && node.Kind == DocumentNodeKind.List && node.Items.Count == 0)
        {
            node.Report(Reason.Of("import.mapping.empty"));
        }

        return formats.Count > 0 ? new(formats) : null;
    }

    /// <summary>How numbers are written; <see langword="null"/> when the document doesn't say.</summary>
    public static NumberFormat? ReadNumbers(DocumentNode node)
    {
        if (node.IsNothing)
        {
            return null;
        }

        node.AllowOnly("decimal", "thousands");
        var point = node["decimal"].Text(".")!;
        var thousands = node["thousands"].Text("")!;
        if (!IsSeparator(point) || (thousands.Length > 0 && !IsSeparator(thousands)) || point == thousands)
        {
            node.Report(Reason.Of("import.mapping.numbers", ("decimal", point), ("thousands", thousands)));
            return null;
        }

        return new(point[0], thousands.Length > 0 ? thousands[0] : null);
    }

    private static bool IsSeparator(string text) => text.Length == 1 && !char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-');
}
