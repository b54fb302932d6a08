using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>What an agent sold in 2025: a few policies of the cohort whose persistency the quarter decides, and some of other months.</summary>
internal static class BookOf2025
{
    public static IEnumerable<Policy> Of(Agent agent)
    {
        if (!agent.JoinedBefore2026)
        {
            yield break;
        }

        Dice dice = Dice.For($"{agent.No}/book");
        int number = 0;
        int cohort = dice.Between(5, 6) + (agent.Skill.Volume >= 1100 ? 1 : 0);
        for (int i = 0; i < cohort; i++)
        {
            yield return Sell(agent, ++number, SampleDates.CohortStart, SampleDates.CohortEnd.PlusDays(-5));
        }

        for (int i = dice.Between(2, 3); i > 0; i--)
        {
            bool before = dice.Chance(450);
            yield return before
                ? Sell(agent, ++number, new(2025, 1, 6), new(2025, 4, 24))
                : Sell(agent, ++number, new(2025, 8, 1), new(2025, 12, 24));
        }
    }

    private static Policy Sell(Agent agent, int number, LocalDate first, LocalDate last)
    {
        string no = $"{agent.Digits}-25-{Text.TwoDigits(number)}";
        Dice dice = Dice.For($"{no}/sale");
        LocalDate submitted = WorkingDays.OnOrAfter(first.PlusDays(dice.Below(Period.DaysBetween(first, last) + 1)));
        Customer customer = new($"C{no}", agent.No, submitted.PlusDays(-dice.Between(10, 60))) { MarketingOk = !dice.Chance(130) };
        Product product = Product.Roll(dice);
        return new Policy($"P{no}", agent, customer, product, product.RollPremium(dice, agent.Skill.Premium), submitted, Policy.IssuedAfter(submitted, dice));
    }
}
