namespace ActivityMgmt.Kpi;

// What has to have happened to a policy before it counts; it counts from that day on at the earliest.
[Flags]
internal enum Gates
{
    None = 0,
    ReceiptReturned = 1,
    CallbackPassed = 2,
    CoolingOffEnded = 4,
}

// When a fact counts, and for whom: with shares for every seller of its policy, by share.
internal readonly record struct Counting(CountingDate On, Gates Gates = Gates.None, bool Shares = false)
{
    private static readonly Dictionary<string, CountingDate> Dates = new(StringComparer.Ordinal)
    {
        ["submitted"] = CountingDate.Submitted,
        ["collected"] = CountingDate.Collected,
        ["issued"] = CountingDate.Issued,
        ["effective"] = CountingDate.Effective,
        ["receipt-returned"] = CountingDate.ReceiptReturned,
        ["callback-passed"] = CountingDate.CallbackPassed,
        ["cooling-off-ended"] = CountingDate.CoolingOffEnded,
    };

    private static readonly Dictionary<string, Gates> GateCodes = new(StringComparer.Ordinal)
    {
        ["receipt-returned"] = Gates.ReceiptReturned,
        ["callback-passed"] = Gates.CallbackPassed,
        ["cooling-off-ended"] = Gates.CoolingOffEnded,
    };

    // Of a policy and of its premium the counting date and the gates are declared, never implied; premium's own date is its collection.
    public static Counting Read(DocumentNode node, FactKind facts)
    {
        var (countedOn, gates, shares) = (node["countedOn"], node["gates"], node["shares"]);
        var isDatedByPolicy = facts is FactKind.Policy or FactKind.Premium;
        if (isDatedByPolicy)
        {
            if (countedOn.IsNothing)
            {
                node.Report(Reason.Of("kpi.counted-on-missing"));
            }

            if (gates.IsNothing)
            {
                node.Report(Reason.Of("kpi.gates-missing"));
            }
        }
        else
        {
            if (!countedOn.IsNothing)
            {
                countedOn.Report(Reason.Of("kpi.counted-on-policies-only"));
            }

            if (!gates.IsNothing)
            {
                gates.Report(Reason.Of("kpi.gates-policies-only"));
            }
        }

        var isOfPolicies = facts is FactKind.Policy or FactKind.PolicyEvent or FactKind.Premium or FactKind.PremiumDue;
        if (!shares.IsNothing && !isOfPolicies)
        {
            shares.Report(Reason.Of("kpi.shares-policies-only"));
        }

        return new(
            countedOn.IsNothing || !isDatedByPolicy ? CountingDate.Own : Dates[countedOn.OneOf([.. Dates.Keys])],
            isDatedByPolicy ? gates.Items.Aggregate(Gates.None, (all, g) => all | GateCodes[g.OneOf([.. GateCodes.Keys])]) : Gates.None,
            shares.Flag(false) && isOfPolicies);
    }

    /// <summary>The same on the fact's own date, whatever it waits for.</summary>
    public Counting OnOwnDay => new(CountingDate.Own, Gates.None, Shares);

    /// <summary>The events that the gates and the counting date wait for.</summary>
    public IEnumerable<PolicyEventKind> Events
    {
        get
        {
            if (On == CountingDate.ReceiptReturned || Gates.HasFlag(Gates.ReceiptReturned))
            {
                yield return PolicyEventKind.ReceiptReturned;
            }

            if (On == CountingDate.CallbackPassed || Gates.HasFlag(Gates.CallbackPassed))
            {
                yield return PolicyEventKind.CallbackPassed;
            }

            if (On == CountingDate.CoolingOffEnded || Gates.HasFlag(Gates.CoolingOffEnded))
            {
                yield return PolicyEventKind.CoolingOffEnded;
            }
        }
    }
}
