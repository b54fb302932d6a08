namespace ActivityMgmt.Domain;

/// <summary>Divides a target by one ratio after the other: income by commission a case, cases by the closing ratio, and so on down to calls.</summary>
public static class BackwardChain
{
    /// <summary>What is needed of each step.</summary>
    /// <param name="target">What is to be reached of the first step's <see cref="ConversionStep.Into"/>, in its unit; below 0 counts as 0.</param>
    /// <param name="steps">From the target backwards: each step's <see cref="ConversionStep.Into"/> is the <see cref="ConversionStep.From"/> of the step before.</param>
    /// <param name="levels">From which sample sizes on a ratio is trusted; <see langword="null"/>: the defaults.</param>
    /// <returns>A plan step for each, in the same order. Whole pieces are rounded up before the next step divides them; amounts go on exactly.</returns>
    /// <exception cref="ArgumentException">A step doesn't begin where the one before ends.</exception>
    public static IReadOnlyList<PlanStep> Plan(decimal target, IEnumerable<ConversionStep> steps, ConfidenceLevels? levels = null)
    {
        Guard.Against.Null(steps);
        var planned = new List<PlanStep>();
        var needed = Math.Max(0m, target);
        foreach (var step in steps)
        {
            if (planned.Count > 0 && planned[^1].Measure != step.Into)
            {
                throw new ArgumentException($"The step into {step.Into} follows one from {planned[^1].Measure}; a chain has no gaps.", nameof(steps));
            }

            needed = needed * step.Ratio.Denominator / step.Ratio.Numerator;
            var whole = Rounding.WholeUp.Apply(needed);
            needed = step.IsWhole ? whole : needed;
            planned.Add(new()
            {
                Measure = step.From,
                Needed = (int)whole,
                Ratio = step.Ratio,
                Basis = step.Basis,
                SampleSize = step.SampleSize,
                Confidence = (levels ?? new()).Of(step),
                Interval = step.Ratio.Unit == Unit.Ratio && !step.IsExact ? RatioInterval.Of(step.Ratio, step.SampleSize) : null,
            });
        }

        return planned;
    }
}
