namespace ActivityMgmt.Domain;

/// <summary>A premium that was asked for, and what came of it by a day.</summary>
public sealed record DuePremium
{
    /// <summary>What was asked for.</summary>
    public required PremiumDueFact Due { get; init; }

    /// <summary>The last day of grace, included.</summary>
    public required LocalDate GraceEndsOn { get; init; }

    /// <summary>What is still missing; zero when paid, never negative.</summary>
    public required Money Missing { get; init; }

    /// <summary>The day on which the whole of it was there; <see langword="null"/> while something is missing.</summary>
    public LocalDate? PaidOn { get; init; }

    /// <summary>Paid, due, in grace or overdue.</summary>
    public required PremiumStanding Standing { get; init; }

    /// <summary>Whether it was there by the last day of grace.</summary>
    public bool IsPaidInTime => PaidOn <= GraceEndsOn;

    /// <summary>The premium booked for it, in canonical order.</summary>
    public required IReadOnlyList<PremiumFact> Premiums { get; init; }

    /// <summary>The premiums of a policy that were due by a day, in order of their due dates, with what was booked by that day.</summary>
    /// <remarks>
    /// Premium that names its due date pays for that one; other premium pays for the dues of its policy year, the earliest first. Refunds take back. Top-ups and excess premium pay for
    /// nothing that is due. Premium in another currency than the due's is left aside.
    /// </remarks>
    public static IReadOnlyList<DuePremium> Of(FactBook facts, PolicyId policy, LocalDate asOf, GraceRule grace)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(grace);
        var open = facts.PremiumsOf(policy).Where(p => p.Date <= asOf && p.Part is not (PremiumPart.TopUp or PremiumPart.Excess)).ToList();
        var dated = facts.PremiumsDueOf(policy).Select(d => d.Date).ToHashSet();
        var dues = facts.PremiumsDueOf(policy).Where(d => d.Date <= asOf).ToArray();
        var paid = dues.Select(due => Take(open, due, dues, dated)).ToArray();
        return [.. dues.Select((due, i) => Judge(due, paid[i], asOf, grace))];
    }

    // The premium that pays for one due, taken out of what is open: its own by due date, then undated premium of the year until the amount is there.
    private static List<PremiumFact> Take(List<PremiumFact> open, PremiumDueFact due, PremiumDueFact[] dues, HashSet<LocalDate> dated)
    {
        var taken = open.Where(p => p.DueOn == due.Date && p.Amount.Currency == due.Amount.Currency).ToList();
        var isLastOfYear = dues.Last(d => d.PolicyYear == due.PolicyYear) == due;
        foreach (var premium in open.Where(p => p.PolicyYear == due.PolicyYear && p.Amount.Currency == due.Amount.Currency && !(p.DueOn is { } on && dated.Contains(on))))
        {
            if (isLastOfYear || premium.Premium == PremiumKind.Refunded || taken.Sum(p => p.SignedAmount.Amount) < due.Amount.Amount)
            {
                taken.Add(premium);
            }
        }

        open.RemoveAll(taken.Contains);
        return [.. taken.OrderBy(p => p.Date).ThenBy(p => p.Origin.Sequence).ThenBy(p => p.Key)];
    }

    private static DuePremium Judge(PremiumDueFact due, List<PremiumFact> premiums, LocalDate asOf, GraceRule grace)
    {
        var (sum, paidOn) = (0m, due.Amount.Amount == 0m ? due.Date : (LocalDate?)null);
        foreach (var premium in premiums)
        {
            sum += premium.SignedAmount.Amount;
            paidOn = sum < due.Amount.Amount ? null : paidOn ?? premium.Date;
        }

        var end = grace.EndOf(due);
        return new()
        {
            Due = due,
            GraceEndsOn = end,
            Missing = Money.Of(Math.Max(due.Amount.Amount - sum, 0m), due.Amount.Currency),
            PaidOn = paidOn,
            Standing = paidOn is not null ? PremiumStanding.Paid
                : asOf == due.Date ? PremiumStanding.Due
                : asOf <= end ? PremiumStanding.InGrace
                : PremiumStanding.Overdue,
            Premiums = premiums,
        };
    }
}
