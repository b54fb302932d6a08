using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Policies returned within fifteen days after the receipt, with the premium paid back.</summary>
internal static class Cancellations
{
    public static void Plant(Export export, DefectLog log)
    {
        Cancel(Defects.CancelledAfterCallback, new LocalDate(2026, 8, 5), "cancelled in cooling-off, after its call-back");

        export.RemoveWhere(r => r.File == ExportFile.PolicyEvents && r["pol_no"] == Defects.CancelledBeforeCallback && r["event"].StartsWith("CALLBACK", StringComparison.Ordinal));
        Cancel(Defects.CancelledBeforeCallback, new LocalDate(2026, 8, 4), "cancelled in cooling-off, before any call-back");

        Cancel(Defects.CancelledAfterPaidInSecondQuarter, new LocalDate(2026, 7, 8), "policy of the second quarter cancelled in July");

        void Cancel(string policyNo, LocalDate on, string what)
        {
            ExportRow policy = export.Find(ExportFile.Policies, policyNo);
            ExportRow receipt = export.Find(ExportFile.PolicyEvents, $"{policyNo}-R");
            if (Period.DaysBetween(receipt.On, on) is < 0 or > SampleDates.CoolingOffInDays)
            {
                throw new InvalidOperationException($"{policyNo} cannot be cancelled in cooling-off on {Text.Of(on)}: its receipt is of {Text.Of(receipt.On)}.");
            }

            ExportRow cancel = new(ExportFile.PolicyEvents, on, $"{policyNo}-X", policyNo, "COOLING_OFF_CANCEL", Text.Of(on)) { Place = Policy.AfterTheSignature };
            ExportRow refund = new(
                ExportFile.Premiums, on, $"{policyNo}-Y1R", policyNo, "REFUND", "1", policy["effective_on"], Text.Of(on), policy["annual_premium"]) { Place = Policy.AfterTheSignature + 1 };
            export.Add(cancel);
            export.Add(refund);
            log.Add(4, what, cancel);
            log.Add(4, what, refund);
        }
    }
}
