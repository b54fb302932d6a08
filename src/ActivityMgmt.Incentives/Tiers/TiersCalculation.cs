namespace ActivityMgmt.Incentives;

/// <summary>Works out the line of a <see cref="TiersComponent"/>: eligibility, condition, figure, bands, factor, rounding, in this order; what comes after a decision isn't read.</summary>
internal sealed class TiersCalculation
{
    private readonly TiersComponent _component;
    private readonly PayRun _run;
    private readonly AgentScope _scope;
    private readonly List<Reason> _trace = [];
    private readonly HashSet<FactReference> _facts = [];

    public TiersCalculation(TiersComponent component, PayRun run) => (_component, _run, _scope) = (component, run, new(run, run.Days));

    public ComponentResult Calculate()
    {
        var (outcome, amount, reason) = Decide();
        var line = new StatementLine
        {
            Id = _component.Id,
            Component = _component.Id,
            Outcome = outcome,
            Amount = amount,
            Reason = reason,
            Trace = _trace,
            Evidence = new([], _facts.Union(_scope.Facts)),
        };

        // Whoever sums this line names all of its facts when it isn't earned: any of them may be what keeps it out.
        return new([line], outcome is LineOutcome.Earned or LineOutcome.Undecided ? [] : line.Evidence.Facts);
    }

    private (LineOutcome, Money?, Reason) Decide()
    {
        var eligibility = _run.EligibilityIn(_run.Period);
        _facts.UnionWith(eligibility.Facts);
        _trace.Add(eligibility.Reason);
        if (eligibility.Holds is not true)
        {
            return eligibility.Holds is false ? NotEarned(eligibility.Reason) : Undecided(eligibility.Reason);
        }

        if (Condition() is { } refused)
        {
            return refused;
        }

        var (pays, undecided) = _component.Measure is { } measure ? OnMeasure(measure) : OnComponents();
        if (undecided is { } missing)
        {
            return Undecided(missing);
        }

        if (pays.Numerator == 0m)
        {
            return NotEarned(Reason.Of("pay.not-earned.band-pays-nothing"));
        }

        return Factored(pays);
    }

    private (LineOutcome, Money?, Reason)? Condition()
    {
        if (_component.When is not { } when)
        {
            return null;
        }

        var result = when.Evaluate(_scope.Value);
        if (result.IsUnknown)
        {
            return Undecided(Reason.Of("pay.undecided.condition", ("condition", when.Text), ("missing", ReasonValue.Term(result.UnknownNames is [var first, ..] ? first : when.Text))));
        }

        // What the condition compared, as numbers: a reader sees by how much it was missed.
        foreach (var name in when.Names.Where(n => _run.Readings.Measures.Any(m => m.Id.Value == n)))
        {
            if (_scope.Read(new(name)) is Reading.Measured m)
            {
                _trace.Add(Reason.Of("pay.step.measure", ("measure", new MeasureId(name)), ("value", m.Value)));
            }
        }

        if (result.IsFalse)
        {
            return NotEarned(Reason.Of("pay.not-earned.condition", ("condition", when.Text)));
        }

        _trace.Add(Reason.Of("pay.step.condition", ("condition", when.Text)));
        return null;
    }

    private (Quantity Pays, Reason? Undecided) OnMeasure(MeasureId measure)
    {
        if (_component.Scope == TierScope.PeriodIncremental)
        {
            var year = _run.Fiscal.PeriodOf(PeriodKind.Year, _run.Period.Year, 1).Interval.Start;
            var start = _run.Days.Start;
            return Read(measure, new(year, _run.Days.End)) is not { } total ? Absent(measure)
                : start == year ? Increment(Quantity.Of(0m, total.Unit), total)
                : Read(measure, new(year, start.PlusDays(-1))) is not { } before ? Absent(measure)
                : Increment(before, total);
        }

        return Read(measure, _run.Days) is { } value ? On(value) : Absent(measure);

        (Quantity, Reason?) Absent(MeasureId m) => (default, Reason.Of("pay.undecided.measure", ("measure", m)));
    }

    private Quantity? Read(MeasureId measure, DateInterval period)
    {
        switch (_run.Readings.Read(measure, Subject.Of(_run.Agent), period))
        {
            case Reading.Measured m:
                _facts.UnionWith(m.Evidence.Facts);
                _trace.Add(Reason.Of("pay.step.measure-in", ("measure", measure), ("value", m.Value), ("period", ReasonValue.Period(period))));
                return m.Value;
            case Reading.Absent absent:
                _facts.UnionWith(absent.Evidence.Facts);
                _trace.Add(absent.Reason);
                return null;
            default:
                return null;
        }
    }

    private (Quantity Pays, Reason? Undecided) OnComponents()
    {
        var results = _component.Components.Select(_run.ResultOf).ToArray();
        var lines = results.SelectMany(r => r.Lines).ToArray();
        var earned = lines.Where(l => l.Outcome == LineOutcome.Earned).ToArray();
        var undecided = lines.Where(l => l.Outcome == LineOutcome.Undecided).ToArray();
        _facts.UnionWith(earned.Concat(undecided).SelectMany(l => l.Evidence.Facts));
        _facts.UnionWith(results.SelectMany(r => r.KeptOut));
        var sum = earned.Aggregate(_run.Zero, (s, l) => s + l.Amount!.Value);
        _trace.Add(Reason.Of("pay.step.sum", ("components", string.Join(", ", _component.Components)), ("lines", earned.Length), ("sum", sum)));
        if (undecided.Length > 0)
        {
            return (default, Reason.Of("pay.undecided.lines", ("lines", undecided.Length), ("first", undecided[0].Id)));
        }

        if (_component.Scope == TierScope.Transaction)
        {
            var pays = Quantity.Of(_run.Zero);
            foreach (var line in earned)
            {
                var (piece, missing) = On(Quantity.Of(line.Amount!.Value));
                if (missing is not null)
                {
                    return (default, missing);
                }

                pays += piece;
            }

            return (pays, null);
        }

        if (_component.Scope == TierScope.PeriodIncremental)
        {
            var before = _run.Opening.RunningTotals.GetValueOrDefault(_component.Id, _run.Zero);
            return Increment(Quantity.Of(before), Quantity.Of(before + sum));
        }

        return On(Quantity.Of(sum));
    }

    private (Quantity Pays, Reason? Undecided) On(Quantity figure)
    {
        var result = _component.Scale.Of(figure);
        Show(result, figure);
        return result.HasBand || _component.Scale.Scale.Gap == BandGap.Zero
            ? (result.Pays, null)
            : (default, Reason.Of("pay.undecided.no-band", ("figure", figure)));
    }

    private (Quantity Pays, Reason? Undecided) Increment(Quantity before, Quantity total)
    {
        _trace.Add(Reason.Of("pay.step.running", ("before", before), ("total", total)));
        var (after, missingAfter) = On(total);
        var (already, missingBefore) = On(before);
        return (missingAfter ?? missingBefore) is { } missing ? (default, missing) : (after - already, null);
    }

    private void Show(TierResult result, Quantity figure)
    {
        foreach (var piece in result.Pieces)
        {
            var band = PayTrace.Shown(piece.Band, _component.Scale.Scale.Bounds);
            _trace.Add(_component.Scale.IsAmounts
                ? Reason.Of("pay.step.band-amount", ("band", band), ("part", piece.Part), ("amount", Money.Of(piece.Band.Value, _run.Plan.Currency)), ("exact", piece.Pays.ToDecimal()))
                : Reason.Of("pay.step.band-rate", ("band", band), ("part", piece.Part), ("percent", piece.Band.Value * 100m), ("exact", piece.Pays.ToDecimal())));
        }

        if (result.Pieces.Count == 0)
        {
            _trace.Add(Reason.Of("pay.step.no-band", ("figure", figure)));
        }
    }

    private (LineOutcome, Money?, Reason) Factored(Quantity pays)
    {
        if (_component.Times is { } times)
        {
            var (factor, decided) = Factor(times);
            if (decided is { } result)
            {
                return result;
            }

            pays *= factor;
        }

        var amount = _run.Rounded(pays);
        _trace.Add(Reason.Of("pay.step.exact", ("exact", pays.ToDecimal())));
        _trace.Add(PayTrace.Rounding(_run.Plan.Rounding, amount));
        return (LineOutcome.Earned, amount, Reason.Of("pay.earned.tiers"));
    }

    private (decimal Factor, (LineOutcome, Money?, Reason)? Decided) Factor(FactorTable times)
    {
        if (Read(times.By, _run.Days) is not { } value)
        {
            if (times.WithoutData is not { } declared)
            {
                return (0m, Undecided(Reason.Of("pay.undecided.measure", ("measure", times.By))));
            }

            _trace.Add(Reason.Of("pay.step.factor-without-data", ("measure", times.By), ("factor", declared)));
            return declared == 0m ? (0m, NotEarned(Reason.Of("pay.not-earned.factor-zero-without-data", ("measure", times.By)))) : (declared, null);
        }

        if (times.Scale.Find(value) is not { } band)
        {
            return times.Scale.Gap == BandGap.Zero
                ? (0m, NotEarned(Reason.Of("pay.not-earned.factor-zero", ("measure", times.By), ("value", value))))
                : (0m, Undecided(Reason.Of("pay.undecided.no-band", ("figure", value))));
        }

        _trace.Add(Reason.Of("pay.step.factor", ("table", times.Name), ("band", PayTrace.Shown(band, times.Scale.Bounds)), ("factor", band.Value)));
        return band.Value == 0m
            ? (0m, NotEarned(Reason.Of("pay.not-earned.factor-zero", ("measure", times.By), ("value", value))))
            : (band.Value, null);
    }

    private (LineOutcome, Money?, Reason) NotEarned(Reason reason) => (LineOutcome.NotEarned, _run.Zero, reason);

    private static (LineOutcome, Money?, Reason) Undecided(Reason reason) => (LineOutcome.Undecided, null, reason);
}
