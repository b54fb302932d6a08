namespace ActivityMgmt.Kpi;

/// <summary><c>persistency</c>: of the policies whose premium of a later policy year had to be in by a day of the period, the share that is.</summary>
/// <remarks>
/// With <c>months</c> = 12n + 1 (13: n = 1) the premium of policy year n + 1 is looked at. It is due n years after the effective date; grace ends on the
/// due date plus <c>graceDays</c> days, or on the last day of the due month plus <c>graceMonths</c> months. Source: 泰康 13M, S28 in the glossary.
/// </remarks>
internal sealed class PersistencyMeasure(MeasureDescription description, PersistencyCohort cohort, bool byCount, bool reducing, string currency)
    : FactMeasure(description, cohort)
{
    public static Measure Compile(MeasureForm form)
    {
        var months = form.Node["months"];
        var age = months.Whole();
        if (months.Kind == DocumentNodeKind.Number && (age < 13 || age % 12 != 1))
        {
            months.Report(Reason.Of("kpi.persistency-months", ("value", age)));
        }

        var (days, wholeMonths) = (form.Node["graceDays"], form.Node["graceMonths"]);
        if (days.IsNothing == wholeMonths.IsNothing)
        {
            (days.IsNothing ? form.Node : wholeMonths).Report(Reason.Of("kpi.persistency-grace"));
        }

        var grace = wholeMonths.IsNothing ? GraceRule.OfDays(days.IsNothing ? 0 : NotNegative(days)) : GraceRule.OfDueMonthPlus(NotNegative(wholeMonths));
        var byCount = form.Node["basis"].OneOf("premium", "count") == "count";
        var balance = form.Node["balance"];
        var reducing = !balance.IsNothing && balance.OneOf("original", "reducing") == "reducing";
        var fields = FactFields.Of(FactKind.Policy, form.Currency);
        return new PersistencyMeasure(
            form.Describe(Unit.Ratio, isAdditive: false),
            new PersistencyCohort(Math.Max(age / 12, 1), grace, form.Where(fields), fields),
            byCount,
            reducing,
            form.Currency);
    }

    protected override Reading Read(KpiReadings readings, ArraySegment<SelectedFact> facts, EvidenceOf evidence, DateInterval period)
    {
        var (kept, whole, policies) = (0m, 0m, 0);
        var premiums = new List<FactReference>();
        foreach (var fact in facts)
        {
            var policy = (PolicyFact)fact.Fact;
            var basis = policy.AnnualPremium.Amount;
            Checked(policy.AnnualPremium, policy);
            if (IsReducing)
            {
                basis = Collected(readings, policy, cohort.Years - 1, premiums);
                if (basis <= 0m)
                {
                    continue;
                }
            }

            policies++;
            var collected = Collected(readings, policy, cohort.Years, premiums);
            whole += byCount ? 1m : basis;
            kept += !byCount ? collected : collected > 0m ? 1m : 0m;
        }

        var behind = evidence([new("numerator", kept), new("denominator", whole), new("policies", policies)], facts).With(premiums);
        return whole == 0m
            ? new Reading.NoData(Reason.Of("kpi.no-cohort", ("measure", Id), ("period", ReasonValue.Period(period))), behind)
            : new Reading.Measured(Quantity.Ratio(kept, whole), behind);
    }

    // Policies of which nothing was kept a year earlier, and premium that came after the grace.
    protected override IEnumerable<(Fact Fact, Reason Reason)> NotUsed(KpiReadings readings, ArraySegment<SelectedFact> facts)
    {
        foreach (var policy in facts.Select(f => (PolicyFact)f.Fact))
        {
            if (IsReducing && Collected(readings, policy, cohort.Years - 1, []) <= 0m)
            {
                yield return (policy, Reason.Of("kpi.why-not.nothing-kept", ("policy", policy.Policy.Value), ("year", cohort.Years)));
                continue;
            }

            var end = cohort.Grace.EndOf(policy.EffectiveOn!.Value.PlusYears(cohort.Years));
            foreach (var late in PremiumsOf(readings, policy, cohort.Years).Where(p => p.Date > end))
            {
                yield return (late, Reason.Of("kpi.why-not.after-grace", ("policy", policy.Policy.Value), ("date", late.Date), ("end", end)));
            }
        }
    }

    private bool IsReducing => reducing && cohort.Years > 1;

    // Premium of the policy year that begins n years after the effective date, in by the end of its grace, less what was refunded by then.
    private decimal Collected(KpiReadings readings, PolicyFact policy, int years, List<FactReference> used)
    {
        var sum = 0m;
        var end = cohort.Grace.EndOf(policy.EffectiveOn!.Value.PlusYears(years));
        foreach (var premium in PremiumsOf(readings, policy, years))
        {
            if (premium.Date <= end)
            {
                sum += Checked(premium.SignedAmount, premium);
                used.Add(premium.Reference);
            }
        }

        return sum;
    }

    private static IEnumerable<PremiumFact> PremiumsOf(KpiReadings readings, PolicyFact policy, int years) =>
        readings.Facts.PremiumsOf(policy.Policy).Where(p => p.PolicyYear == years + 1);

    private decimal Checked(Money money, Fact fact) => money.Currency == currency
        ? money.Amount
        : throw new InvalidOperationException($"{fact.Reference} is in {money.Currency}, but the KPI document counts {currency}; convert it with a declared rate when it is imported.");

    private static int NotNegative(DocumentNode node)
    {
        var value = node.Whole();
        if (value < 0)
        {
            node.Report(Reason.Of("kpi.not-negative", ("value", value)));
        }

        return Math.Max(value, 0);
    }
}
