namespace ActivityMgmt.Incentives;

/// <summary>Pays a rate on collected premium: one line for each premium.</summary>
internal sealed class RateComponent : PayComponent
{
    /// <summary>Which premium it pays on; all when <see langword="null"/>.</summary>
    public required Expression? Where { get; init; }

    /// <summary>When premium counts.</summary>
    public required CountingDate CountedOn { get; init; }

    /// <summary>What has to be in order besides.</summary>
    public required IReadOnlyList<Gate> Gates { get; init; }

    /// <summary>The rate for all premium; <see langword="null"/> when it comes from <see cref="Table"/>.</summary>
    public required decimal? FlatRate { get; init; }

    /// <summary>The table of rates; <see langword="null"/> when there is one rate for all.</summary>
    public required RateTable? Table { get; init; }

    /// <summary>The kinds of event that have a say in the counting date.</summary>
    public IEnumerable<PolicyEventKind> CountingEvents
    {
        get
        {
            if (CountedOn == CountingDate.CallbackPassed)
            {
                yield return PolicyEventKind.CallbackPassed;
            }

            if (Gates.Contains(Gate.ReceiptReturned))
            {
                yield return PolicyEventKind.ReceiptReturned;
            }
        }
    }

    /// <summary>The names that <see cref="Where"/> may use.</summary>
    public static ExpressionSchema PremiumNames { get; } = new(
    [
        new() { Name = "policyYear", Type = ExpressionType.Number },
        new() { Name = "paymentYears", Type = ExpressionType.Number },
        new() { Name = "product", Type = ExpressionType.Text },
    ]);

    /// <summary>Whether the component pays on some premium.</summary>
    public bool Covers(PremiumFact premium, PolicyFact policy) =>
        premium.Premium == PremiumKind.Collected
        && Where?.Evaluate(name => name switch
        {
            "policyYear" => ExpressionValue.Of((decimal)premium.PolicyYear),
            "paymentYears" => ExpressionValue.Of((decimal)policy.PaymentYears),
            _ => ExpressionValue.Of(policy.Product),
        }).IsTrue != false;

    /// <inheritdoc/>
    public override ComponentResult Calculate(PayRun run) => RateCalculation.Calculate(this, run);
}
