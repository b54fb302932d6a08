namespace ActivityMgmt.Incentives;

/// <summary>One thing an assessment looks at: a measure over the last months against a limit.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="LookBackMonths">How many months up to the day of assessment, that day included.</param>
/// <param name="AtLeast">The limit when more is better, included; <see langword="null"/> otherwise.</param>
/// <param name="AtMost">The limit when less is better, included; <see langword="null"/> otherwise.</param>
internal sealed record RankCondition(MeasureId Measure, Unit Unit, int LookBackMonths, decimal? AtLeast, decimal? AtMost)
{
    public Quantity Limit => Quantity.Of((AtLeast ?? AtMost)!.Value, Unit);

    /// <summary>The months that are looked at: three months up to 30 September are 1 July to 30 September.</summary>
    /// <remarks>Whole months of the fiscal calendar when the day is the last of one, else as many months back from the day.</remarks>
    public DateInterval PeriodUpTo(LocalDate day, IFiscalCalendar fiscal)
    {
        var month = fiscal.PeriodContaining(PeriodKind.Month, day);
        if (month.Interval.End != day)
        {
            return new(day.PlusDays(1).PlusMonths(-LookBackMonths), day);
        }

        for (var i = 1; i < LookBackMonths; i++)
        {
            month = fiscal.Previous(month);
        }

        return new(month.Interval.Start, day);
    }

    public bool IsMetBy(Quantity value) => AtLeast is not null ? value >= Limit : value <= Limit;

    /// <summary>How far a value is from the limit; positive while it is missed.</summary>
    public Quantity MissingFrom(Quantity value) => AtLeast is not null ? Limit - value : value - Limit;
}

/// <summary>Conditions of which a number has to be met, beside tenure.</summary>
/// <param name="Needs">How many have to be met.</param>
/// <param name="Conditions">The conditions.</param>
/// <param name="TenureMonths">Whole months with the company that are needed; <see langword="null"/> for none.</param>
/// <param name="RankMonths">Whole months in the present rank that are needed; <see langword="null"/> for none.</param>
/// <param name="LeaveExempt">Whether somebody who was on protected leave on any day that is looked at passes without a look at the figures.</param>
internal sealed record RankRule(int Needs, IReadOnlyList<RankCondition> Conditions, int? TenureMonths, int? RankMonths, bool LeaveExempt);

/// <summary>The two rules of a rank.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Promote">What leads to the next rank; <see langword="null"/> when nothing does.</param>
/// <param name="Maintain">What keeps the rank; <see langword="null"/> when it is kept anyway.</param>
internal sealed record RankRules(string Rank, RankRule? Promote, RankRule? Maintain);
