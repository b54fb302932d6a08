namespace ActivityMgmt.Domain;

/// <summary>How a policy stands on a day: its cover, its service marks and its premium, each told apart from the others.</summary>
public sealed record PolicyState
{
    /// <summary>The policy.</summary>
    public required PolicyId Policy { get; init; }

    /// <summary>The day that was asked for; what happened on it is part of it.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Where cover stands.</summary>
    public required CoverState Cover { get; init; }

    /// <summary>The first day of that state.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>What ended it for good: cancellation in the cooling-off period, surrender, claim, replacement or maturity; <see langword="null"/> unless it has ended.</summary>
    public PolicyEventKind? EndedBy { get; init; }

    /// <summary>The policy that took its place; <see langword="null"/> unless it was replaced, and the source says by what.</summary>
    public PolicyId? ReplacedBy { get; init; }

    /// <summary>The day the first premium was collected; <see langword="null"/> when none was.</summary>
    public LocalDate? CollectedOn { get; init; }

    /// <summary>The day it was issued (承保); <see langword="null"/> when it isn't.</summary>
    public LocalDate? IssuedOn { get; init; }

    /// <summary>The day the customer signed the receipt (回执签收), or returned it when the source doesn't tell the signing; <see langword="null"/> when neither is known.</summary>
    public LocalDate? ReceiptSignedOn { get; init; }

    /// <summary>The day the receipt came back (回执回销); <see langword="null"/> when it didn't.</summary>
    public LocalDate? ReceiptReturnedOn { get; init; }

    /// <summary>The day the call-back passed (回访成功); <see langword="null"/> when it didn't.</summary>
    public LocalDate? CallbackPassedOn { get; init; }

    /// <summary>How often the call-back failed before it passed.</summary>
    public int CallbackFailures { get; init; }

    /// <summary>The day the cooling-off period ran out unused (犹豫期满); <see langword="null"/> when it didn't, or the source doesn't say.</summary>
    public LocalDate? CoolingOffEndedOn { get; init; }

    /// <summary>The last day on which it was reduced (减额); <see langword="null"/> when it never was.</summary>
    public LocalDate? ReducedOn { get; init; }

    /// <summary>The last day on which its term was changed; <see langword="null"/> when it never was.</summary>
    public LocalDate? TermChangedOn { get; init; }

    /// <summary>The premium of one policy year on the day: as sold, or as the last event changed it that told a premium.</summary>
    public required Money AnnualPremium { get; init; }

    /// <summary>For how many years premium is paid in all, as it stands on the day: as sold, or as the last event changed it that told years.</summary>
    public required int PaymentYears { get; init; }

    /// <summary>The worst standing of its premiums due. Not known without premiums due or without a grace rule.</summary>
    public PremiumStanding Premium { get; init; }

    /// <summary>The earliest premium that is not paid; <see langword="null"/> when there is none, or it isn't known.</summary>
    public DuePremium? OpenPremium { get; init; }

    /// <summary>Events that the state they met did not allow, or that were told before; they changed nothing.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The facts the state was read from.</summary>
    public required IReadOnlyList<FactReference> Facts { get; init; }

    /// <summary>Whether cover goes on, in grace or not.</summary>
    public bool IsInForce => Cover is CoverState.InForce or CoverState.InGrace;

    /// <summary>Whether nothing can happen to it any more.</summary>
    public bool IsOver => Cover is CoverState.Ended or CoverState.Declined or CoverState.Withdrawn;
}
