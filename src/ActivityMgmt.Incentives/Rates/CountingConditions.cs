namespace ActivityMgmt.Incentives;

/// <summary>Something that has to be there before premium counts.</summary>
/// <param name="Date">The day on which it was; <see langword="null"/> when it is missing, or has no day of its own.</param>
/// <param name="IsMissing">Whether it isn't there yet.</param>
/// <param name="Step">What was found, or what is missing.</param>
/// <param name="Facts">The facts that were looked at beside premium and policy.</param>
internal sealed record CountingCondition(LocalDate? Date, bool IsMissing, Reason Step, IReadOnlyList<FactReference> Facts);

/// <summary>Looks at the counting date and the gates of a component.</summary>
internal static class CountingConditions
{
    public static IReadOnlyList<CountingCondition> Of(
        RateComponent component, PayRun run, PremiumFact premium, PolicyFact policy, IReadOnlyList<PolicyEventFact> events, LocalDate asOf)
    {
        return [OnDate(), .. component.Gates.Select(g => g == Gate.LicenceValid ? Licence() : First(PolicyEventKind.ReceiptReturned, "pay.step.receipt", "pay.held.no-receipt"))];

        CountingCondition OnDate() => component.CountedOn switch
        {
            CountingDate.Collected => new(premium.Date, false, Reason.Of("pay.step.counted-collected", ("date", premium.Date)), []),
            CountingDate.Issued => Known(policy.IssuedOn, "pay.step.counted-issued", "pay.held.not-issued"),
            CountingDate.Effective => Known(policy.EffectiveOn, "pay.step.counted-effective", "pay.held.not-effective"),
            _ => First(PolicyEventKind.CallbackPassed, "pay.step.counted-callback", "pay.held.no-callback"),
        };

        CountingCondition Known(LocalDate? date, string found, string missing) => date <= asOf
            ? new(date, false, Reason.Of(found, ("date", date.Value)), [])
            : new(null, true, Reason.Of(missing, ("policy", policy.Policy.Value)), []);

        CountingCondition First(PolicyEventKind kind, string found, string missing) => events.FirstOrDefault(e => e.Event == kind && e.Date <= asOf) is { } e
            ? new(e.Date, false, Reason.Of(found, ("date", e.Date)), [e.Reference])
            : new(null, true, Reason.Of(missing, ("policy", policy.Policy.Value)), []);

        CountingCondition Licence()
        {
            var organisation = run.Book.Organisation;
            var all = organisation.LicencesOf(run.Agent).ToArray();
            return Array.Find(all, l => l.IsValidOn(policy.Date)) is { } valid
                ? new(null, false, Reason.Of("pay.step.licence", ("licence", valid.Number ?? valid.Origin.Id), ("date", policy.Date)), [valid.Reference])
                : all.Length == 0
                ? new(null, true, Reason.Of("pay.held.licence-unknown", ("date", policy.Date)), [])
                : new(null, true, Reason.Of("pay.held.licence-not-valid", ("date", policy.Date), ("valid", string.Join(", ", all.Select(l => l.Validity)))), [.. all.Select(l => l.Reference)]);
        }
    }
}
