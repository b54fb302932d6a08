using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>What happens to a policy after it was issued: first premium, receipt, call-back.</summary>
internal static class PolicyLife
{
    public static IEnumerable<ExportRow> Start(Policy policy)
    {
        Dice dice = Dice.For($"{policy.No}/start");
        LocalDate receipt = policy.IssuedOn.PlusDays(dice.Between(1, 8));
        yield return Premium(policy, "Y1", "COLLECT", 1, policy.IssuedOn, policy.Premium);
        yield return Event(policy, "R", "RECEIPT", receipt);

        // The call follows the receipt; in some cases nobody has called yet.
        LocalDate called = policy.IssuedOn.PlusDays(dice.Between(Math.Max(3, Period.DaysBetween(policy.IssuedOn, receipt)), 14));
        int luck = dice.Below(1000);
        if (luck < 935)
        {
            yield return Event(policy, "C", "CALLBACK_OK", called);
        }
        else if (luck < 970 || policy.IssuedOn < SampleDates.QuarterStart)
        {
            // Nobody answered, or something was unclear: the second call comes within a month, late in the quarter not before its end.
            yield return Event(policy, "C", "CALLBACK_NO", called);
            if (called < SampleDates.QuarterEnd.PlusDays(-40))
            {
                yield return Event(policy, "D", "CALLBACK_OK", called.PlusDays(dice.Between(2, 30)));
            }
        }
    }

    public static ExportRow Premium(Policy policy, string suffix, string kind, int policyYear, LocalDate booked, int amount) => new(
        ExportFile.Premiums,
        booked,
        $"{policy.No}-{suffix}",
        policy.No,
        kind,
        Text.Of(policyYear),
        Text.Of(policy.EffectiveOn.PlusYears(policyYear - 1)),
        Text.Of(booked),
        Text.Of((decimal)amount))
    {
        Place = Policy.AfterTheSignature + policyYear,
    };

    public static ExportRow Event(Policy policy, string suffix, string code, LocalDate on) =>
        new(ExportFile.PolicyEvents, on, $"{policy.No}-{suffix}", policy.No, code, Text.Of(on)) { Place = Policy.AfterTheSignature + suffix[0] };
}
