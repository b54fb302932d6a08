using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Calls at night by the customer's clock, and to someone who had refused contact.</summary>
internal static class ForbiddenContacts
{
    private static readonly LocalDate Refused = new(2026, 7, 8);

    public static void Plant(Export export, DefectLog log)
    {
        AddCustomer(Defects.TokyoCustomer, "E1014", "Asia/Tokyo", new LocalDate(2026, 2, 3));
        AddCustomer(Defects.LondonCustomer, "E1016", "Europe/London", new LocalDate(2026, 4, 16));
        ExportRow refusing = AddCustomer(Defects.RefusingCustomer, "E1015", "Asia/Shanghai", new LocalDate(2026, 3, 10));

        Call(Defects.CallInQuietHours, "E1012", "C1012-25-01", new LocalDate(2026, 8, 6), 21 * 60 + 40, "call at 21:40");
        Call(Defects.CallInQuietHoursOfTokyo, "E1014", Defects.TokyoCustomer, new LocalDate(2026, 8, 13), 20 * 60 + 30, "call at 20:30, which is 21:30 for the customer in Tokyo");
        Call(Defects.CallAtTenInLondon, "E1016", Defects.LondonCustomer, new LocalDate(2026, 8, 19), 17 * 60, "no defect: call at 17:00, which is 10:00 for the customer in London");

        ExportRow refusal = refusing.Revised(Batches.For(Refused), ("refused_on", Text.Of(Refused)), ("marketing_ok", "N"));
        export.Add(refusal);
        log.Add(7, $"customer refuses contact on {Text.Of(Refused)}", refusal);
        Call(Defects.CallAfterRefusal, "E1015", Defects.RefusingCustomer, Refused.PlusDays(14), 10 * 60 + 20, "call two weeks after the refusal", number: 7);

        ExportRow AddCustomer(string no, string owner, string zone, LocalDate since)
        {
            ExportRow row = new Customer(no, owner, since) { TimeZone = zone }.Row();
            export.Add(row);
            return row;
        }

        void Call(string no, string agent, string customer, LocalDate on, int minuteOfDay, string what, int number = 6)
        {
            _ = export.Find(ExportFile.Customers, customer);
            ExportRow row = new Activity
            {
                No = no, Agent = agent, Customer = customer, Type = "TEL", Channel = "PHONE", Result = "OK", Minutes = 7, On = on, Start = minuteOfDay,
            }.Row();
            export.Add(row);
            log.Add(number, what, row);
        }
    }
}
