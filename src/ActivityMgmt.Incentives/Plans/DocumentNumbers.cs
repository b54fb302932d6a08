using System.Globalization;

namespace ActivityMgmt.Incentives;

/// <summary>Reading exact numbers with a range.</summary>
internal static class DocumentNumbers
{
    /// <summary>An exact number, written as a number or, where an editor would lose digits, as text; reports everything else.</summary>
    public static decimal Exact(this DocumentNode node) =>
        node.Kind == DocumentNodeKind.Text && decimal.TryParse(node.Text(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : node.Number();

    /// <summary>An exact number within limits, both included; reports one outside, with a hint at percent written as whole numbers.</summary>
    public static decimal Within(this DocumentNode node, decimal least, decimal most)
    {
        var number = node.Exact();
        if (!node.IsNothing && (number < least || number > most))
        {
            node.Report(Reason.Of("pay.document.out-of-range", ("value", number), ("least", least), ("most", most)));
        }

        return number;
    }

    /// <summary>A whole number within limits, both included; reports one outside, and one with decimals.</summary>
    public static int WholeWithin(this DocumentNode node, int least, int most)
    {
        var number = node.Whole();
        if (node.Kind == DocumentNodeKind.Number && (number < least || number > most) && node.Exact() == number)
        {
            node.Report(Reason.Of("pay.document.out-of-range", ("value", number), ("least", least), ("most", most)));
        }

        return number;
    }
}
