using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Everything that is wrong in the sample on purpose, with the ids under which tests may name it. Nothing else is wrong.</summary>
/// <remarks>Ids with an <c>X</c> belong to rows made for the case; all other ids are rows of the simulation, and planting fails when one is gone.</remarks>
internal static class Defects
{
    // 1: the same row again; ten activities are drawn by lot.
    public const string RepeatedPremium = "P1001-2606-01-Y1";
    public const string RepeatedCallback = "P1001-2606-01-C";

    // 2: premiums booked wrongly at first, with the right amount; late and corrected activities are drawn by lot, and so are 3, conflicts.
    public static readonly IReadOnlyList<(string Policy, decimal Amount)> CorrectedPremiums =
        [("P1003-2607-02", 56_000m), ("P1016-2606-06", 31_790m), ("P1027-2607-04", 7_900m)];

    // 4: cancelled within the cooling-off period.
    public const string CancelledAfterCallback = "P1014-2606-03";
    public const string CancelledBeforeCallback = "P1020-2606-05";
    public const string CancelledAfterPaidInSecondQuarter = "P1008-2605-03";

    // 5: lapsed at the end of grace, reinstated later.
    public const string Reinstated = "P1030-25-02";

    // 6 and 7: contacts that should not have been made, and one that only looks so.
    public const string CallInQuietHours = "A1012-X-1";
    public const string CallInQuietHoursOfTokyo = "A1014-X-1";
    public const string CallAtTenInLondon = "A1016-X-1";
    public const string CallAfterRefusal = "A1015-X-1";
    public const string TokyoCustomer = "C1014-X-1";
    public const string LondonCustomer = "C1016-X-1";
    public const string RefusingCustomer = "C1015-X-1";

    // 8: sells between two licences.
    public const string LicenceExpired = "E1009";
    public const string SoldWithoutLicence = "P1009-2608-01";
    public static readonly LocalDate LicenceExpiresOn = new(2026, 8, 15);
    public static readonly LocalDate LicenceRenewedOn = new(2026, 9, 10);

    // 9: leaves, and changes team.
    public const string Leaver = "E1021";
    public static readonly LocalDate LeavesOn = new(2026, 8, 21);
    public static readonly IReadOnlyList<string> WithoutHandover = ["P1021-25-01", "P1021-2604-03", "P1021-2607-04"];
    public const string Mover = "E1018";
    public static readonly LocalDate MovesOn = new(2026, 8, 17);

    // 10: codes nobody knows.
    public static readonly IReadOnlyList<string> UnknownActivityCodes = ["A1005-X-1", "A1006-X-1", "A1024-X-1"];
    public const string UnknownProduct = "P1029-2606-05";

    // 11: lines nobody can read; each is the last of its file.
    public const string TooFewFields = "A1016-X-9";
    public const string UnclosedQuote = "TR1022-X-1";

    public static DefectLog Plant(Export export)
    {
        DefectLog log = new();
        LicenceGap.Plant(export, log);
        Departure.Plant(export, log);
        TeamChange.Plant(export, log);
        Cancellations.Plant(export, log);
        Reinstatement.Plant(export, log);
        ForbiddenContacts.Plant(export, log);
        UnknownCodes.Plant(export, log);
        PremiumCorrections.Plant(export, log);

        // Last, because these take any ordinary row.
        Lottery lottery = new(export);
        LateRows.Plant(export, lottery, log);
        ActivityCorrections.Plant(export, lottery, log);
        Conflicts.Plant(export, lottery, log);
        Duplicates.Plant(export, lottery, log);
        BrokenLines.Plant(export, log);
        return log;
    }
}
