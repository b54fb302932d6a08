using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Types, channels and a product that no code list has.</summary>
internal static class UnknownCodes
{
    public static void Plant(Export export, DefectLog log)
    {
        Add(0, "E1005", "C1005-25-01", "VISIT2", "F2F", new LocalDate(2026, 7, 15));
        Add(1, "E1006", "C1006-25-01", "TEL", "FAX", new LocalDate(2026, 8, 11));
        Add(2, "E1024", "C1024-25-01", "VISIT2", "OFFICE", new LocalDate(2026, 9, 8));

        ExportRow policy = export.Find(ExportFile.Policies, Defects.UnknownProduct);
        ExportRow strange = policy.With(("product", "XX99"));
        export.Replace(policy, strange);
        log.Add(10, "product XX99", strange);

        void Add(int index, string agent, string customer, string type, string channel, LocalDate on)
        {
            _ = export.Find(ExportFile.Customers, customer);
            ExportRow row = new Activity
            {
                No = Defects.UnknownActivityCodes[index], Agent = agent, Customer = customer, Type = type, Channel = channel, Result = "OK", Minutes = 25, On = on, Start = 14 * 60,
            }.Row();
            export.Add(row);
            log.Add(10, channel == "FAX" ? "channel FAX" : "type VISIT2", row);
        }
    }
}
