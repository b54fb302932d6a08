using System.Globalization;

namespace ActivityMgmt.Import;

/// <summary>How numbers are written. Strict: a thousands separator stands before groups of three digits, or the text is no number.</summary>
/// <param name="Decimal">Separates decimals.</param>
/// <param name="Thousands">Separates thousands; <see langword="null"/> when the export has no such separator.</param>
internal sealed record NumberFormat(char Decimal, char? Thousands)
{
    // More digits than a decimal holds would be rounded without a word.
    private const int MostDigits = 28;

    public static NumberFormat Plain { get; } = new('.', null);

    public string Example => Thousands is { } thousands
        ? string.Create(CultureInfo.InvariantCulture, $"1{thousands}234{Decimal}50")
        : string.Create(CultureInfo.InvariantCulture, $"1234{Decimal}50");

    public bool TryRead(string text, out decimal number)
    {
        number = 0;
        var digits = 0;
        Span<char> plain = stackalloc char[64];
        if (text.Length > plain.Length)
        {
            return false;
        }

        var length = 0;
        var sinceSeparator = -1;
        var hasDecimal = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == Thousands && !hasDecimal)
            {
                if (digits == 0 || (sinceSeparator < 0 ? digits > 3 : sinceSeparator != 3))
                {
                    return false;
                }

                sinceSeparator = 0;
                continue;
            }

            if (c == Decimal && !hasDecimal)
            {
                hasDecimal = true;
                if (sinceSeparator is not (-1 or 3))
                {
                    return false;
                }

                c = '.';
            }
            else if (char.IsAsciiDigit(c))
            {
                digits++;
                sinceSeparator += sinceSeparator >= 0 && !hasDecimal ? 1 : 0;
            }
            else if (i != 0 || c is not ('-' or '+'))
            {
                return false;
            }

            plain[length++] = c;
        }

        return digits is > 0 and <= MostDigits
            && (hasDecimal || sinceSeparator is -1 or 3)
            && decimal.TryParse(plain[..length], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
