using System.Globalization;

namespace BranchQuarter.Report;

/// <summary>The report's four pictures. Each is 560 wide; words and numbers come from the reader's culture.</summary>
internal sealed class Charts(CultureInfo culture, Func<string, string> word)
{
    private const int Width = 560;
    private const int Left = 120;
    private const int Right = Width - 90;

    /// <summary>A bar for each team: what was reached, with a mark at the target.</summary>
    public string Attainment(IReadOnlyList<Attainment> teams)
    {
        var height = 34 + (teams.Count * 40);
        var svg = new Svg(Width, height, word("bq.chart.attainment"));
        var most = teams.Max(t => Math.Max(t.Actual, t.Target));
        for (var i = 0; i < teams.Count; i++)
        {
            var (name, target, actual) = teams[i];
            var y = 12 + (i * 40);
            var ratio = target == 0m ? 0m : actual / target;
            svg.Text(Left - 10, y + 17, name, "t", "end");
            svg.Bar(Left, y, X(target, most) - Left, 24, "track");
            svg.Bar(Left, y + 4, X(actual, most) - Left, 16, ratio >= 1m ? "good" : ratio >= 0.85m ? "fair" : "bad", $"{name}: {Short(actual)} / {Short(target)}");
            svg.Line(X(target, most), y - 2, X(target, most), y + 26, "mark");
            svg.Text(Width - 4, y + 17, ratio.ToString("0.0%", CultureInfo.InvariantCulture), "n", "end");
        }

        svg.Text(Left, height - 6, word("bq.chart.attainment.note"), "s");
        return svg.ToString();
    }

    /// <summary>Week by week: what was expected, what was there, and the target.</summary>
    public string Pace(IReadOnlyList<PacePoint> points, decimal target)
    {
        const int height = 260;
        const int bottom = height - 44;
        var svg = new Svg(Width, height, word("bq.chart.pace"));
        var most = Math.Max(target, points.Max(p => Math.Max(p.Actual, p.Expected))) * 1.05m;
        double Y(decimal value) => bottom - ((double)(value / most) * (bottom - 28));
        double At(int i) => 64 + (points.Count == 1 ? 0 : i * (Width - 88d) / (points.Count - 1));
        for (var line = 0; line <= 4; line++)
        {
            var value = most * line / 4m;
            svg.Line(64, Y(value), Width - 16, Y(value), "grid");
            svg.Text(58, Y(value) + 4, Short(value), "s", "end");
        }

        svg.Line(64, Y(target), Width - 16, Y(target), "mark");
        svg.Path(points.Select((p, i) => (At(i), Y(p.Expected))), "expected");
        svg.Path(points.Select((p, i) => (At(i), Y(p.Actual))), "actual");
        for (var i = 0; i < points.Count; i++)
        {
            svg.Dot(At(i), Y(points[i].Actual), "actualdot", $"{Day(points[i].AsOf)}: {Short(points[i].Actual)} / {Short(points[i].Expected)}");
            if (i % 2 == 0)
            {
                svg.Text(At(i), bottom + 18, Day(points[i].AsOf), "s", "middle");
            }
        }

        var x = 64d;
        foreach (var (label, css) in new[] { (word("bq.chart.actual"), "actual"), (word("bq.chart.expected"), "expected"), (word("bq.chart.target"), "mark") })
        {
            svg.Line(x, 8, x + 22, 8, css);
            svg.Text(x + 28, 12, label, "s");
            x += 48 + TextWidth(label);
        }

        return svg.ToString();
    }

    /// <summary>The funnel from its first step to its last, with the conversion between steps.</summary>
    public string Funnel(IReadOnlyList<FunnelStep> steps)
    {
        var height = 20 + (steps.Count * 56);
        var svg = new Svg(Width, height, word("bq.chart.funnel"));
        var most = Math.Max(1m, steps.Max(s => s.Count));
        var middle = (Left + Right) / 2d;
        double Half(decimal count) => (double)(count / most) * (Right - Left) / 2d;
        for (var i = 0; i < steps.Count; i++)
        {
            var y = 10 + (i * 56);
            var half = Math.Max(2, Half(steps[i].Count));
            svg.Bar(middle - half, y, half * 2, 32, "step", $"{steps[i].Name}: {steps[i].Count.ToString("#,##0.##", culture)}");
            svg.Text(Left - 10, y + 21, steps[i].Name, "t", "end");
            svg.Text(Width - 4, y + 21, steps[i].Count.ToString("#,##0.##", culture), "n", "end");
            if (i + 1 < steps.Count && steps[i].Count > 0m)
            {
                svg.Text(middle, y + 49, "↓ " + (steps[i + 1].Count / steps[i].Count).ToString("0.0%", CultureInfo.InvariantCulture), "s", "middle");
            }
        }

        return svg.ToString();
    }

    /// <summary>A stacked bar for each team: the plan's components, clawbacks to the left of zero, held amounts hatched behind.</summary>
    public string Pay(IReadOnlyList<PayBar> bars, IReadOnlyList<string> components)
    {
        var height = 56 + (bars.Count * 38);
        var svg = new Svg(Width, height, word("bq.chart.pay"));
        var most = bars.Max(b => b.ByComponent.Where(c => c > 0m).Sum() + b.Held);
        var least = Math.Min(0m, bars.Min(b => b.ByComponent.Where(c => c < 0m).Sum()));
        double At(decimal value) => Left + ((double)((value - least) / Math.Max(1m, most - least)) * (Right - Left));
        for (var i = 0; i < bars.Count; i++)
        {
            var y = 10 + (i * 38);
            svg.Text(Left - 10, y + 17, bars[i].Name, "t", "end");
            var (plus, minus) = (0m, 0m);
            for (var c = 0; c < components.Count; c++)
            {
                var amount = bars[i].ByComponent[c];
                var (from, to) = amount >= 0m ? (plus, plus + amount) : (minus + amount, minus);
                svg.Bar(At(from), y, At(to) - At(from), 24, $"c{c % 6}", $"{bars[i].Name}, {components[c]}: {amount.ToString("#,##0.00", culture)}");
                (plus, minus) = amount >= 0m ? (to, minus) : (plus, from);
            }

            svg.Bar(At(plus), y, At(plus + bars[i].Held) - At(plus), 24, "held", $"{bars[i].Name}, {word("bq.held")}: {bars[i].Held.ToString("#,##0.00", culture)}");
            svg.Text(Width - 4, y + 17, Short(bars[i].ByComponent.Sum()), "n", "end");
        }

        svg.Line(At(0m), 4, At(0m), 10 + (bars.Count * 38), "grid");
        var x = (double)Left;
        foreach (var (label, css) in components.Select((c, i) => (c, $"c{i % 6}")).Append((word("bq.held"), "held")))
        {
            svg.Bar(x, height - 26, 12, 12, css);
            svg.Text(x + 16, height - 15, label, "s");
            x += 34 + TextWidth(label);
        }

        return svg.ToString();
    }

    private static double X(decimal value, decimal most) => Left + ((double)(value / Math.Max(1m, most)) * (Right - Left));

    // Latin letters of the small size are about 6 wide, Chinese characters about 11.
    private static double TextWidth(string text) => text.Sum(c => c > 0x2E80 ? 11d : 6d);

    private string Day(LocalDate date) => date.ToString(culture.TwoLetterISOLanguageName == "zh" ? "M月d日" : "d MMM", culture);

    private string Short(decimal value) => culture.TwoLetterISOLanguageName == "zh"
        ? Math.Abs(value) >= 10_000m ? (value / 10_000m).ToString("#,##0.#", culture) + "万" : value.ToString("#,##0", culture)
        : Math.Abs(value) >= 1_000_000m ? (value / 1_000_000m).ToString("0.00", culture) + "m"
        : Math.Abs(value) >= 10_000m ? (value / 1_000m).ToString("#,##0", culture) + "k"
        : value.ToString("#,##0", culture);
}
