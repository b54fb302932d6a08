using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace BranchQuarter.DataGenerator;

/// <summary>What was written, for a look after each run: rows, policies and premium by quarter.</summary>
internal static class Summary
{
    public static IEnumerable<string> Of(Export export)
    {
        foreach (ExportFile file in ExportFile.All)
        {
            yield return $"{file.Name,-24}{export.Of(file).Count() + export.BrokenLines.Count(b => b.File == file),7} rows";
        }

        yield return "";
        yield return $"distinct activities     {export.Of(ExportFile.Activities).DistinctBy(r => r.Id).Count(),7}";
        ExportRow[] policies = [.. export.Of(ExportFile.Policies).GroupBy(r => r.Id).Select(versions => versions.MaxBy(r => r.Version)!)];
        yield return $"distinct policies       {policies.Length,7}";
        yield return $"  of them in the cohort {policies.Count(p => IsIn(p, SampleDates.CohortStart, SampleDates.CohortEnd) && p["pay_years"] != "1"),7} (long-term, issued {Text.Of(SampleDates.CohortStart)} to {Text.Of(SampleDates.CohortEnd)})";
        yield return $"  issued in 2025        {policies.Count(p => IssuedOn(p).Year == 2025),7}";
        yield return "";
        yield return "2026   activities  policies  FYP (CNY)       policies per agent min/median/max";
        for (int quarter = 1; quarter <= 3; quarter++)
        {
            yield return Quarter(export, policies, quarter);
        }
    }

    private static string Quarter(Export export, IReadOnlyList<ExportRow> policies, int quarter)
    {
        LocalDate first = new(2026, (quarter * 3) - 2, 1);
        LocalDate last = first.PlusMonths(3).PlusDays(-1);
        int activities = export.Of(ExportFile.Activities).DistinctBy(r => r.Id).Count(r => IsIn(r["start_time"][..10].Replace('/', '-'), first, last));
        ExportRow[] issued = [.. policies.Where(p => IsIn(p, first, last))];
        decimal premium = issued.Sum(p => decimal.Parse(p["annual_premium"], CultureInfo.InvariantCulture));
        int[] perAgent = [.. export.Of(ExportFile.Agents).Where(a => a.Version == 1 && Parse(a["join_date"]) <= last).Select(a => issued.Count(p => p["emp_no"] == a.Id)).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"Q{quarter}   {activities,10}{issued.Length,10}  {premium,12:N2}       {perAgent[0]}/{perAgent[perAgent.Length / 2]}/{perAgent[^1]}");
    }

    private static bool IsIn(ExportRow policy, LocalDate first, LocalDate last) => IsIn(policy["issued_on"], first, last);

    private static bool IsIn(string date, LocalDate first, LocalDate last) => new DateInterval(first, last).Contains(Parse(date));

    private static LocalDate IssuedOn(ExportRow policy) => Parse(policy["issued_on"]);

    private static LocalDate Parse(string date) => LocalDatePattern.Iso.Parse(date).Value;
}
