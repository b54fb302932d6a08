using System.Runtime.CompilerServices;

namespace ActivityMgmt.Kpi;

/// <summary><c>conversion</c>: how many facts of one sort follow one of another sort about the same customer, policy … within so many days, or that number for each of the first sort.</summary>
/// <remarks>
/// A conversion belongs to the last fact of the first sort before it, or of its day, whosever that is, and counts on that fact's day. Several may follow one, so a rate can pass 1.
/// Facts whose named fields differ don't belong together; an empty field belongs to nothing. Nothing that could convert has no rate: no data.
/// </remarks>
internal sealed class ConversionMeasure(MeasureDescription description, ConversionMeasure.Side from, ConversionMeasure.Side to, int withinDays, bool isRate)
    : FactMeasure(description, from.Filter)
{
    private static readonly DateInterval Ever = new(new(1, 1, 1), LocalDate.MaxIsoValue);

    private readonly ConditionalWeakTable<SelectedFacts, Tied> _tied = [];

    public static Measure? Compile(MeasureForm form)
    {
        var isRate = form.Node["gives"].OneOf("rate", "conversions") == "rate";
        var withinDays = form.Whole("withinDays", 0);
        MeasureForm[] sides = [form.Selection("from"), form.Selection("to")];
        DocumentNode[] names = [form.Node["by"], .. form.Node["same"].Items];
        var ties = names.Select(name => Tie(name, sides)).ToArray();
        Side SideOf(int side) => new(sides[side].Filter(ties[0]![side]), [.. ties.Select(tie => tie![side])]);
        return ties.Contains(null)
            ? null
            : new ConversionMeasure(form.Describe(isRate ? Unit.Ratio : Unit.Count, isAdditive: !isRate), SideOf(0), SideOf(1), withinDays, isRate);
    }

    protected override Reading Read(KpiReadings readings, ArraySegment<SelectedFact> facts, EvidenceOf evidence, DateInterval period)
    {
        var (bases, converted) = (TiedBy(readings, from).ByKey, TiedBy(readings, to).ByKey);
        var count = 0;
        var others = new List<FactReference>();
        foreach (var fact in facts)
        {
            if (from.KeyOf(fact) is not { } key)
            {
                continue;
            }

            var rivals = bases[key].ToArray();
            foreach (var conversion in Window(fact, converted[key]))
            {
                others.AddRange(conversion.References(SubjectKind.Branch));
                count += ReferenceEquals(Last(rivals, conversion.Date), fact) ? 1 : 0;
            }

            others.AddRange(Window(fact, rivals).SelectMany(r => r.References(SubjectKind.Branch)));
        }

        var days = DaysOf(period);
        var behind = evidence([new("conversions", count), new("facts", facts.Count)], facts).With(others.Concat(new[] { from, to }.SelectMany(side => NotTied(readings, side, days))));
        return !isRate ? Measured(count, behind)
            : facts.Count == 0 ? new Reading.NoData(Reason.Of("kpi.nothing-to-convert", ("measure", Id), ("period", ReasonValue.Period(period))), behind)
            : new Reading.Measured(Quantity.Ratio(count, facts.Count), behind);
    }

    public override IEnumerable<ExcludedFact> WhyNot(KpiReadings readings, Subject subject, DateInterval period, FactKey? about)
    {
        foreach (var excluded in base.WhyNot(readings, subject, period, about))
        {
            yield return excluded;
        }

        if (about is not { } key)
        {
            yield break;
        }

        // What would convert.
        var contexts = readings.Contexts;
        foreach (var fact in to.Filter.Facts(contexts).Where(f => contexts.IsAbout(f, key)))
        {
            if (Exclusion.Of(fact, to.Filter.Explain(fact, contexts), contexts, Subject.Everybody, DaysOf(period), isAskedFor: true) is { } reasons)
            {
                yield return Excluded(fact, period, reasons);
            }
            else if (!Follows(readings, fact, subject, period))
            {
                yield return Excluded(fact, period, [Reason.Of("kpi.why-not.follows-nothing", ("by", from.Ties[0].Name.Name), ("days", withinDays), ("period", ReasonValue.Period(period)))]);
            }
        }
    }

    protected override IEnumerable<(Fact Fact, Reason Reason)> NotUsed(KpiReadings readings, ArraySegment<SelectedFact> facts)
    {
        if (isRate)
        {
            yield break;
        }

        var (bases, converted) = (TiedBy(readings, from).ByKey, TiedBy(readings, to).ByKey);
        foreach (var fact in facts)
        {
            if (from.KeyOf(fact) is not { } key || !Window(fact, converted[key]).Any(c => ReferenceEquals(Last([.. bases[key]], c.Date), fact)))
            {
                yield return (fact.Fact, Reason.Of("kpi.why-not.nothing-follows", ("by", from.Ties[0].Name.Name), ("days", withinDays)));
            }
        }
    }

    // Whether a fact converts one of a subject's in a period.
    private bool Follows(KpiReadings readings, Fact fact, Subject subject, DateInterval period)
    {
        var (own, bases) = (readings.Select(from.Filter).In(subject, period), TiedBy(readings, from).ByKey);
        return readings.Select(to.Filter).In(Subject.Everybody, DaysOf(period)).Where(c => ReferenceEquals(c.Fact, fact)).Any(conversion =>
            to.KeyOf(conversion) is { } key
            && Last([.. bases[key]], conversion.Date) is { } last
            && Window(last, [conversion]).Any()
            && own.Any(o => ReferenceEquals(o, last)));
    }

    private IEnumerable<SelectedFact> Window(SelectedFact fact, IEnumerable<SelectedFact> others) =>
        others.Where(o => o.Date >= fact.Date && o.Date <= fact.Date.PlusDays(withinDays));

    // The days on which something of the period can convert.
    private DateInterval DaysOf(DateInterval period) => new(period.Start, period.End.PlusDays(withinDays));

    private static SelectedFact? Last(SelectedFact[] sorted, LocalDate day) => Array.FindLast(sorted, f => f.Date <= day);

    private Tied TiedBy(KpiReadings readings, Side side) => _tied.GetValue(readings.Select(side.Filter), selected =>
    {
        SelectedFact[] all = [.. selected.In(Subject.Everybody, Ever)];
        return new(
            all.Where(f => side.KeyOf(f) is not null).ToLookup(f => side.KeyOf(f)!, StringComparer.Ordinal),
            [.. all.Where(f => readings.Contexts.RepeatedPolicyOf(f.Fact).Count > 0)]);
    });

    // What would be tied, or tied otherwise, if other facts were not there.
    private IEnumerable<FactReference> NotTied(KpiReadings readings, Side side, DateInterval days) => readings.Select(side.Filter).HeldBack(Subject.Everybody, days)
        .Concat(TiedBy(readings, side).OfRepeatedPolicies.Where(f => days.Contains(f.Date))
            .SelectMany(f => f.References(SubjectKind.Branch).Concat(readings.Contexts.RepeatedPolicyOf(f.Fact).Select(p => p.Reference))));

    // A field of both sides; null when a problem was reported.
    private static FactField[]? Tie(DocumentNode name, MeasureForm[] sides)
    {
        FactField[] fields = [.. sides.Select(side => side.Field(name)).OfType<FactField>()];
        if (fields.Length < sides.Length)
        {
            return null;
        }

        // Of other facts (rank, segment …) evidence would have to name those, too.
        if (Array.Exists(fields, f => f.Sources != FieldSources.Own || f.Name.Type != ExpressionType.Text))
        {
            name.Report(Reason.Of("kpi.conversion-field", ("value", fields[0].Name.Name)));
        }

        return fields;
    }

    /// <summary>What may convert, or is converted to.</summary>
    internal sealed record Side(FactFilter Filter, IReadOnlyList<FactField> Ties)
    {
        /// <summary>What has to be the same on both sides; null when one of the fields is empty.</summary>
        public string? KeyOf(SelectedFact fact)
        {
            var values = Ties.Select(fact.In).ToArray();
            return Array.Exists(values, v => v.IsUnknown) ? null : string.Join('\n', values.Select(v => v.ToString()));
        }
    }

    private sealed record Tied(ILookup<string, SelectedFact> ByKey, IReadOnlyList<SelectedFact> OfRepeatedPolicies);
}
