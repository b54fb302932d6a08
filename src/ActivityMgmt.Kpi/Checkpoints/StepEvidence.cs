namespace ActivityMgmt.Kpi;

/// <summary>How much a step's figures speak for a weak step, and how often chance alone makes them speak so.</summary>
/// <param name="Entries">Recent entries of the step.</param>
/// <param name="Chances">What they come from: working days for volume, recent entries of the step before for conversion.</param>
/// <param name="UsualEntries">Entries that say what is usual.</param>
/// <param name="UsualChances">What those come from.</param>
/// <param name="IsRate">Volume: entries a day scatter without an upper end (Poisson). Otherwise a share of the step before (binomial).</param>
/// <remarks>
/// Evidence is the logarithm of how many times likelier the figures are if the step had lost half of its usual rate than if it had lost nothing; the usual rate
/// itself is taken as each assumption fits it best to both stretches, so that a short past weighs less.
/// </remarks>
internal sealed record StepEvidence(double Entries, double Chances, double UsualEntries, double UsualChances, bool IsRate)
{
    // What a clearly weak step has left of its usual rate.
    private const double Left = 0.5;

    // Chance is worked out for so many figures at most; bigger samples are looked at in wider steps.
    private const double MostFigures = 400.0;

    /// <summary>How far the entries are below the usual, as a share of the usual.</summary>
    public double Gap => 1.0 - (Entries / Usual);

    private double Usual => Chances * UsualEntries / UsualChances;

    /// <summary>The step's conversion as a share that can't be above three quarters: one with more (a step may have more entries than the one before) is taken as three quarters of more chances.</summary>
    public static StepEvidence OfConversion(double entries, double before, double usualEntries, double usualBefore)
    {
        var stretch = Math.Max(1.0, usualEntries / usualBefore / 0.75);
        return new(Math.Min(entries, before * stretch), before * stretch, usualEntries, usualBefore * stretch, false);
    }

    public double Evidence() => EvidenceOf(Entries);

    /// <summary>Each figure that is at least the gap below the usual, with its evidence and with how often an agent as usual has so few or fewer; the strongest first.</summary>
    public IEnumerable<(double Evidence, double Chance)> Figures(double smallestGap)
    {
        var most = (1.0 - smallestGap) * Usual;
        var width = Math.Max(1.0, Math.Ceiling(most / MostFigures));
        for (var figure = 0.0; figure <= most; figure += width)
        {
            yield return (EvidenceOf(figure), ChanceOf(figure + (width / 2.0)));
        }
    }

    private double EvidenceOf(double entries) => IsRate ? OfRate(entries) : OfShare(entries);

    private double OfRate(double entries) =>
        (entries * Math.Log(Left)) + ((entries + UsualEntries) * Math.Log((Chances + UsualChances) / ((Left * Chances) + UsualChances)));

    private double OfShare(double entries)
    {
        // The usual share at which both stretches are likeliest, if the recent one has only a part of it: the smaller root of a quadratic equation.
        var (all, missed, usualMissed) = (entries + UsualEntries, Chances - entries, UsualChances - UsualEntries);
        var a = Left * (all + missed + usualMissed);
        var b = (all * (1.0 + Left)) + (missed * Left) + usualMissed;
        var share = (b - Math.Sqrt(Math.Max(0.0, (b * b) - (4.0 * a * all)))) / (2.0 * a);
        return Part(entries, Left * share) + Part(missed, 1.0 - (Left * share)) + Part(UsualEntries, share) + Part(usualMissed, 1.0 - share)
            - Part(all, all / (Chances + UsualChances)) - Part(missed + usualMissed, (missed + usualMissed) / (Chances + UsualChances));
    }

    // The signed root of twice the logarithm of the likelihood ratio is close to normal even for few entries.
    private double ChanceOf(double entries)
    {
        var (all, chances) = (entries + UsualEntries, Chances + UsualChances);
        var twice = 2.0 * (Part(entries, entries / Chances) + Part(UsualEntries, UsualEntries / UsualChances) - Part(all, all / chances));
        if (!IsRate)
        {
            var (missed, usualMissed) = (Chances - entries, UsualChances - UsualEntries);
            twice += 2.0 * (Part(missed, missed / Chances) + Part(usualMissed, usualMissed / UsualChances) - Part(missed + usualMissed, (missed + usualMissed) / chances));
        }

        return entries >= Usual ? 0.5 : NormalDistribution.ShareAbove(Math.Sqrt(Math.Max(0.0, twice)));
    }

    private static double Part(double count, double share) => count <= 0.0 ? 0.0 : count * Math.Log(share);
}
