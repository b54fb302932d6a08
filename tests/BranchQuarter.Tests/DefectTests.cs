using System.Globalization;
using ActivityMgmt.Incentives;
using BranchQuarter.DataGenerator;
using NodaTime.Text;

namespace BranchQuarter.Tests;

/// <summary>The defects that the sample has on purpose come out as they should.</summary>
[Collection("sample")]
public class DefectTests(SampleRun sample)
{
    [Fact]
    public void Rejected_rows_are_exactly_the_planted_ones()
    {
        var rejects = sample.Run.Csv("rejects.csv").Select(r => $"{r["file"]}({r["line"]}) {r["column"]} {r["reason"]}");

        // Conflicts are found in the store, after the files' own problems.
        Assert.Equal(
            [
                At("2026-07-19/activities.csv", "A1005-X-1") + " type unknown-code",
                At("2026-08-02/activities.csv", Defects.TooFewFields) + "  broken-row",
                At("2026-08-02/policies.csv", Defects.UnknownProduct) + " product unknown-code",
                At("2026-08-02/policy_events.csv", Defects.UnknownProduct + "-R") + " pol_no rejected-reference",
                At("2026-08-02/premiums.csv", Defects.UnknownProduct + "-Y1") + " pol_no rejected-reference",
                At("2026-08-09/policy_events.csv", Defects.UnknownProduct + "-C") + " pol_no rejected-reference",
                At("2026-08-16/activities.csv", "A1006-X-1") + " channel unknown-code",
                At("2026-08-23/training.csv", Defects.UnclosedQuote) + "  broken-row",
                At("2026-09-13/activities.csv", "A1024-X-1") + " type unknown-code",
                At("2026-08-02/activities.csv", "A1035-2607-02-5") + "  conflict",
                At("2026-09-06/activities.csv", "A1036-2608-02-6") + "  conflict",
            ],
            rejects);
        Assert.All(sample.Run.Csv("rejects.csv"), r => Assert.True(r["message"].Length > 20));
    }

    // Where a row stands, as an editor counts; of two in one file the later one.
    private static string At(string file, string id)
    {
        var lines = File.ReadAllLines(Path.Combine(Runs.Data, "exports", file));
        var index = Array.FindLastIndex(lines, l => l.StartsWith(id + ",", StringComparison.Ordinal));
        Assert.True(index > 0, $"{file} has no {id}");
        return $"{file}({(index + 1).ToString(CultureInfo.InvariantCulture)})";
    }

    [Fact]
    public void Of_two_rows_that_contradict_each_other_the_first_one_stays()
    {
        foreach (var id in new[] { "A1035-2607-02-5", "A1036-2608-02-6" })
        {
            Assert.Equal("success", sample.Book.Activities.Single(a => a.Origin.Id == id).Outcome); // the second row says cancelled
        }
    }

    [Fact]
    public void The_table_of_defects_in_the_readme_is_the_one_that_the_generator_prints()
    {
        var readme = File.ReadAllText(Path.Combine(Runs.Data, "README.md"));

        Assert.All(Planted, row => Assert.Contains(row, readme, StringComparison.Ordinal));
    }

    /// <summary>Each repeated row counts once, and is counted as known.</summary>
    [Fact]
    public void Repeated_rows_are_counted_as_known()
    {
        var repeated = Rows("duplicate").Count();

        Assert.Contains($"{repeated} known already", sample.Run.Console, StringComparison.Ordinal);
    }

    /// <summary>A late row is unknown before its delivery; a corrected one has its first version until then.</summary>
    [Fact]
    public async Task Late_and_corrected_rows_are_known_from_their_delivery_on()
    {
        var deliveries = await sample.Get<IFactStore>().DeliveriesAsync(SampleRun.Call, default);
        var rows = Rows("late activity").Concat(Rows("corrected")).Select(r => (r.Id, r.Revision, r.Delivery, r.Kind)).ToLookup(r => r.Delivery);
        foreach (var delivery in rows)
        {
            var now = deliveries.Single(d => d.DeliveredOn == delivery.Key);
            var before = await sample.Get<IFactStore>().ReadAsync(SampleRun.Call, deliveries.Last(d => d.Sequence < now.Sequence).Sequence, default);
            var after = await sample.Get<IFactStore>().ReadAsync(SampleRun.Call, now.Sequence, default);
            foreach (var row in delivery)
            {
                var key = new FactKey(row.Kind, "crm", row.Id);
                Assert.Equal(row.Revision - 1, before.Find(key)?.Origin.Revision ?? 0);
                Assert.Equal(row.Revision, after.Find(key)!.Origin.Revision);
            }
        }

        Assert.Equal(29 + 23, rows.Sum(r => r.Count())); // as many as were planted
    }

    private static string[] Planted { get; } = [.. Defects.Plant(Branch.Simulate()).Table()];

    // The rows that the generator's table names for a defect: `A1-2` ver 2, `A1-3` in 2026-07-12; …
    private static IEnumerable<(string Id, int Revision, LocalDate Delivery, FactKind Kind)> Rows(string what) =>
        from line in Planted
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells[2].StartsWith(what, StringComparison.Ordinal)
        let kind = cells[4].Trim('`') switch { "activities.csv" => FactKind.Activity, "premiums.csv" => FactKind.Premium, "policies.csv" => FactKind.Policy, _ => FactKind.PolicyEvent }
        from delivery in cells[3].Split(';')
        let parts = delivery.Split(" in ")
        from row in parts[0].Split(',', StringSplitOptions.TrimEntries)
        let words = row.Split(' ')
        select (words[0].Trim('`'), words.Length == 3 ? int.Parse(words[2], CultureInfo.InvariantCulture) : 1, LocalDatePattern.Iso.Parse(parts[1].Trim()).Value, kind);

    [Fact]
    public async Task Compliance_finds_each_planted_breach_and_no_other()
    {
        var found = (await sample.StoredAsync<Evaluation>()).SelectMany(e => e.Compliance).ToLookup(c => c.Rule);

        Assert.Equal([Defects.CallInQuietHours, Defects.CallInQuietHoursOfTokyo], Ids(found["CN-TEL-01"], FactKind.Activity));
        Assert.Equal([("E1012", ComplianceOutcome.Warn), ("E1014", ComplianceOutcome.Warn)], found["CN-TEL-01"].Select(c => (c.Agent!.Value.Value, c.Outcome)).Order());
        Assert.Equal([Defects.CallAfterRefusal], Ids(found["CN-TEL-02"], FactKind.Activity));
        Assert.Equal([("E1015", ComplianceOutcome.Block)], found["CN-TEL-02"].Select(c => (c.Agent!.Value.Value, c.Outcome)));
        Assert.All(found["CN-REG-01"], c => Assert.Equal((Defects.LicenceExpired, ComplianceOutcome.Block), (c.Agent?.Value, c.Outcome)));
        Assert.Equal([Defects.SoldWithoutLicence], Ids(found["CN-REG-01"], FactKind.Policy));
        string[] selling = ["interview", "needs-analysis", "proposal", "closing"];
        Assert.Equal(
            sample.Book.Activities
                .Where(a => a.Agent.Value == Defects.LicenceExpired && a.Date > Defects.LicenceExpiresOn && a.Date < Defects.LicenceRenewedOn
                    && selling.Contains(a.Activity) && a.Outcome is not ("missed" or "cancelled"))
                .Select(a => a.Origin.Id).Order(StringComparer.Ordinal),
            Ids(found["CN-REG-01"], FactKind.Activity));
        Assert.Equal(["E1013", "E1028", "E1031"], found["CN-TRN-01"].Select(c => c.Agent?.Value).Order());
        Assert.Equal(["P1021-25-01", "P1021-25-08", "P1021-2604-03", "P1021-2607-04"], Ids(found["CN-HAND-01"], FactKind.Policy));
    }

    [Fact]
    public async Task Cancelled_policies_earn_nothing_in_the_end()
    {
        var lines = (await sample.StoredAsync<Statement>()).SelectMany(s => s.Lines).ToArray();
        StatementLine[] Of(string policy) => [.. lines.Where(l => l.Id.Contains($"/{policy}/", StringComparison.Ordinal))];

        var after = Of(Defects.CancelledAfterCallback); // counted, then taken back whole
        Assert.Equal(["clawback", "first-year-commission"], after.Select(l => l.Component).Order());
        Assert.Equal(0m, after.Sum(l => l.Amount!.Value.Amount));
        Assert.All(after, l => Assert.Equal(LineOutcome.Earned, l.Outcome));

        Assert.DoesNotContain(Of(Defects.CancelledBeforeCallback), l => l.Outcome is LineOutcome.Earned or LineOutcome.Held); // never counted

        var earlier = Assert.Single(Of(Defects.CancelledAfterPaidInSecondQuarter), l => l.Outcome == LineOutcome.Earned); // paid in Q2, taken back now
        Assert.Equal(("clawback", -2_442.00m), (earlier.Component, earlier.Amount!.Value.Amount)); // WL10: 22 % of 11,100.00
    }

    [Fact]
    public async Task Every_policy_that_lapsed_in_the_quarter_takes_back_half_of_its_commission_from_its_seller()
    {
        var statements = await sample.StoredAsync<Statement>();
        var lapsed = Rows("lapse").Select(r => sample.Book.PolicyEvents.Single(e => e.Origin.Id == r.Id)).ToArray();

        Assert.Equal(20, lapsed.Length);
        foreach (var lapse in lapsed)
        {
            var seller = sample.Book.Policy(lapse.Policy)!.Agent;
            var line = statements.Single(s => s.Agent == seller).Line($"clawback/{lapse.Policy}/crm/{lapse.Origin.Id}");
            Assert.Equal(LineOutcome.Earned, line.Outcome);
            var paid = Quantity.Parse(line.Trace.Single(t => t.Code == "pay.step.original")["commission"].Text).ToDecimal(); // in its second year: half
            Assert.Equal(-Math.Round(paid / 2m, 2, MidpointRounding.AwayFromZero), line.Amount!.Value.Amount);
        }
    }

    [Fact]
    public async Task What_was_sold_without_a_certificate_is_held()
    {
        var line = Assert.Single((await sample.StoredAsync<Statement>()).SelectMany(s => s.Lines), l => l.Id.Contains($"/{Defects.SoldWithoutLicence}/", StringComparison.Ordinal));

        Assert.Equal((LineOutcome.Held, "pay.held.licence-not-valid"), (line.Outcome, line.Reason.Code));
    }

    [Fact]
    public async Task A_checkpoint_knows_only_what_had_been_delivered_and_the_closing_knows_the_correction()
    {
        // P1003-2607-02 was booked wrongly in July and corrected in the delivery of 2026-08-23.
        var (policy, right) = Defects.CorrectedPremiums.Single(c => c.Policy == "P1003-2607-02");
        var premium = sample.Book.Premiums.Single(p => p.Policy.Value == policy);
        Assert.Equal((2, right), (premium.Origin.Revision, premium.Amount.Amount));
        var deliveries = await sample.Get<IFactStore>().DeliveriesAsync(SampleRun.Call, default);
        var knownThen = deliveries.Last(d => d.DeliveredOn <= new LocalDate(2026, 8, 16)).Sequence;
        var then = (await sample.Get<IFactStore>().ReadAsync(SampleRun.Call, knownThen, default)).Premiums.Single(p => p.Policy.Value == policy);
        Assert.Equal(1, then.Origin.Revision);

        var checkpoints = (await sample.StoredAsync<Checkpoint>()).Where(c => c.Subject.Id == "E1003" && c.Measure.Value == "fyp").ToDictionary(c => c.AsOf);
        decimal Actual(LocalDate asOf) => ((Reading.Measured)checkpoints[asOf].Actual).Value.ToDecimal();
        decimal Booked(LocalDate asOf) => sample.Book.Premiums.Where(p => p.PolicyYear == 1 && p.Date >= SampleRun.Q3.Interval.Start && p.Date <= asOf
            && sample.Book.Policy(p.Policy)!.Agent.Value == "E1003").Sum(p => p.SignedAmount.Amount);

        Assert.Equal(Booked(new(2026, 8, 16)) - right + then.Amount.Amount, Actual(new(2026, 8, 16)));
        Assert.Equal(Booked(new(2026, 8, 23)), Actual(new(2026, 8, 23)));
    }

    [Fact]
    public void The_generator_writes_the_committed_export_again()
    {
        using var folder = new TemporaryFolder();
        var export = Branch.Simulate();
        Defects.Plant(export);
        new ExportWriter(folder["exports"]).Write(export);

        var committed = Path.Combine(Runs.Data, "exports");
        var files = Directory.EnumerateFiles(committed, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(committed, f)).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(files, Directory.EnumerateFiles(folder["exports"], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder["exports"], f)).Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.True(File.ReadAllBytes(Path.Combine(committed, f)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder["exports"], f))), $"{f} differs"));
    }

    private static IEnumerable<string> Ids(IEnumerable<ComplianceResult> results, FactKind kind) =>
        results.SelectMany(r => r.Facts).Where(f => f.Key.Kind == kind).Select(f => f.Key.Id).Distinct().Order(StringComparer.Ordinal);
}
