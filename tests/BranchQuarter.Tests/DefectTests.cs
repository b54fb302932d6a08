using ActivityMgmt.Incentives;
using BranchQuarter.DataGenerator;

namespace BranchQuarter.Tests;

/// <summary>The defects that the sample has on purpose come out as they should.</summary>
[Collection("sample")]
public class DefectTests(SampleRun sample)
{
    [Fact]
    public void Rejected_rows_are_exactly_the_planted_ones()
    {
        var rejects = sample.Run.Csv("rejects.csv").Select(r => $"{r["file"]} {r["column"]} {r["reason"]}").Order(StringComparer.Ordinal);

        Assert.Equal(
            new[]
            {
                "2026-07-19/activities.csv type unknown-code",
                "2026-08-02/activities.csv  broken-row",
                "2026-08-02/activities.csv  conflict",
                "2026-08-02/policies.csv product unknown-code",
                "2026-08-02/policy_events.csv pol_no rejected-reference",
                "2026-08-02/premiums.csv pol_no rejected-reference",
                "2026-08-09/policy_events.csv pol_no rejected-reference",
                "2026-08-16/activities.csv channel unknown-code",
                "2026-08-23/training.csv  broken-row",
                "2026-09-06/activities.csv  conflict",
                "2026-09-13/activities.csv type unknown-code",
            }.Order(StringComparer.Ordinal),
            rejects);
        Assert.All(sample.Run.Csv("rejects.csv"), r => Assert.True(int.Parse(r["line"], System.Globalization.CultureInfo.InvariantCulture) > 1 && r["message"].Length > 20));
    }

    [Fact]
    public async Task Compliance_finds_each_planted_breach_and_no_other()
    {
        var found = (await sample.StoredAsync<Evaluation>()).SelectMany(e => e.Compliance).ToLookup(c => c.Rule);

        Assert.Equal([Defects.CallInQuietHours, Defects.CallInQuietHoursOfTokyo], Ids(found["CN-TEL-01"], FactKind.Activity));
        Assert.Equal([Defects.CallAfterRefusal], Ids(found["CN-TEL-02"], FactKind.Activity));
        Assert.All(found["CN-REG-01"], c => Assert.Equal((Defects.LicenceExpired, ComplianceOutcome.Block), (c.Agent?.Value, c.Outcome)));
        Assert.Contains(Defects.SoldWithoutLicence, Ids(found["CN-REG-01"], FactKind.Policy));
        Assert.Equal(["E1013", "E1028", "E1031"], found["CN-TRN-01"].Select(c => c.Agent?.Value).Order());
        Assert.Equal(["P1021-25-01", "P1021-2604-03", "P1021-2607-04"], Ids(found["CN-HAND-01"], FactKind.Policy));
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
        Assert.Equal("clawback", earlier.Component);
        Assert.True(earlier.Amount!.Value.Amount < 0m);
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

        var checkpoints = (await sample.StoredAsync<Checkpoint>()).Where(c => c.Agent.Value == "E1003").ToDictionary(c => c.AsOf);
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
