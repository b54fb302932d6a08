namespace ActivityMgmt.Incentives;

/// <summary>Compares statements with what an old system paid for the same quarter. Pure.</summary>
/// <remarks>
/// A difference is explained only when one reason accounts for all of it: an amount that is held here, a rounding of each line, or a difference that a named
/// person has looked into. Everything else stays unexplained, with what is known about it. A component with an undecided line is never equal or explained, and one
/// with an amount held here never equal: both may be paid here later.
/// </remarks>
/// <param name="roundingPerLine">How much the two systems may round apart on each of our lines, not negative; zero to explain nothing by rounding.</param>
public sealed class ShadowReconciliation(Money roundingPerLine)
{
    /// <summary>Compares a quarter.</summary>
    /// <param name="period">The quarter.</param>
    /// <param name="currency">ISO 4217 code of every amount.</param>
    /// <param name="statements">Our statements of the quarter; one an agent.</param>
    /// <param name="amounts">The old system's amounts.</param>
    /// <param name="known">Differences that are understood.</param>
    /// <exception cref="InvalidOperationException">An amount is in another currency.</exception>
    public ShadowReport Compare(
        Quarter period, string currency, IReadOnlyList<Statement> statements, IReadOnlyList<OldSystemAmount> amounts, IReadOnlyList<KnownDifference> known)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentNullException.ThrowIfNull(known);
        var ours = statements.SelectMany(s => s.Lines.Select(l => (s.Agent, Line: l))).ToLookup(x => (x.Agent, x.Line.Component), x => x.Line);
        var theirs = amounts.ToLookup(a => (a.Agent, a.Component), a => a.Amount);
        var understood = known.ToLookup(k => (k.Agent, k.Component));
        return new()
        {
            Period = period,
            Currency = currency,
            Items =
            [
                .. ours.Select(o => o.Key).Union(theirs.Select(t => t.Key))
                    .OrderBy(k => k.Agent.Value, StringComparer.Ordinal)
                    .ThenBy(k => k.Component, StringComparer.Ordinal)
                    .Select(k => Item(k.Agent, k.Component, currency, [.. ours[k]], [.. theirs[k]], understood[k])),
            ],
        };
    }

    private ShadowItem Item(
        AgentId agent, string component, string currency, IReadOnlyList<StatementLine> lines, IReadOnlyList<Money> amounts, IEnumerable<KnownDifference> known)
    {
        var mine = Sum(currency, lines.Where(l => l.Outcome == LineOutcome.Earned).Select(l => l.Amount).OfType<Money>());
        var old = amounts.Count == 0 ? (Money?)null : Sum(currency, amounts);
        var (match, reason) = Judge(mine, old, lines, currency, known);
        return new()
        {
            Agent = agent,
            Component = component,
            Ours = mine,
            Theirs = old,
            Match = match,
            Reason = reason,
            Evidence = lines.Aggregate(Evidence.None, (all, line) => all.With(line.Evidence.Facts)),
        };
    }

    private (ShadowMatch Match, Reason Reason) Judge(Money mine, Money? old, IReadOnlyList<StatementLine> lines, string currency, IEnumerable<KnownDifference> known)
    {
        var difference = old is { } amount ? mine - amount : mine;
        var held = Sum(currency, lines.Where(l => l.Outcome == LineOutcome.Held).Select(l => l.Amount).OfType<Money>());
        var undecided = lines.Count(l => l.Outcome == LineOutcome.Undecided);
        if (undecided > 0)
        {
            // What isn't known here yet can't be compared, whatever the amounts are.
            return (ShadowMatch.Unexplained, Reason.Of("shadow.undecided", ("difference", difference), ("held", held), ("undecided", undecided)));
        }

        if (difference.Amount == 0m)
        {
            return held.Amount != 0m ? (ShadowMatch.Unexplained, Reason.Of("shadow.held-beside", ("amount", mine), ("held", held)))
                : (ShadowMatch.Equal, Reason.Of(old is null ? "shadow.nothing-due" : "shadow.equal", ("amount", mine)));
        }

        if (known.FirstOrDefault(k => k.Difference == difference) is { } person)
        {
            return (ShadowMatch.Explained, Reason.Of("shadow.known", ("difference", difference), ("because", person.Because), ("by", person.By.Value)));
        }

        if (held.Amount != 0m && difference == -held)
        {
            return (ShadowMatch.Explained, Reason.Of("shadow.held", ("difference", difference), ("lines", lines.Count(l => l.Outcome == LineOutcome.Held))));
        }

        if (old is not null && Math.Abs(difference.Amount) <= roundingPerLine.Amount * lines.Count)
        {
            return (ShadowMatch.Explained, Reason.Of("shadow.rounding", ("difference", difference), ("lines", lines.Count), ("limit", roundingPerLine)));
        }

        return (ShadowMatch.Unexplained, lines.Count == 0 ? Reason.Of("shadow.only-there", ("difference", difference))
            : old is null ? Reason.Of("shadow.only-here", ("difference", difference), ("held", held))
            : Reason.Of("shadow.unexplained", ("difference", difference), ("held", held)));
    }

    private static Money Sum(string currency, IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);
}
