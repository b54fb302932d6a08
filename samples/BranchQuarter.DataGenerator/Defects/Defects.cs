using NodaTime;

namespace BranchQuarter.DataGenerator;

internal static partial class Defects
{
    public const string LicenceExpired = "E1009";
    public static readonly LocalDate LicenceExpiresOn = new(2026, 8, 15);
    public const string Leaver = "E1021";
    public static readonly LocalDate LeavesOn = new(2026, 8, 21);
    public static DefectLog Plant(Export export) => new();
}
