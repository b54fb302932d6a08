using System.Globalization;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>1.50 and 1.5 are the same number; this is its one written form.</summary>
internal static class CanonicalNumber
{
    public static decimal Of(decimal value) => value == 0m ? 0m : value / 1.0000000000000000000000000000m;

    public static string Of(Money money) => string.Create(CultureInfo.InvariantCulture, $"{Of(money.Amount)} {money.Currency}");
}
