using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>The second-year premium of an agent's 2025 policies: paid within grace, paid later, or never, with the lapse when grace ends.</summary>
internal sealed class Renewals(Agent agent)
{
    private const int LatePayers = 160;

    private readonly SteadyChance _paysInTime = new($"{agent.No}/persistency");

    public IEnumerable<ExportRow> Of(Policy policy)
    {
        if (!policy.Product.IsLongTerm)
        {
            yield break;
        }

        Dice dice = Dice.For($"{policy.No}/renewal");
        LocalDate due = policy.EffectiveOn.PlusYears(1);
        LocalDate graceEnd = due.PlusDays(SampleDates.GraceInDays);
        if (_paysInTime.Next(agent.Skill.Persistency))
        {
            LocalDate paid = due.PlusDays(dice.Chance(600) ? dice.Between(-6, 5) : dice.Between(6, SampleDates.GraceInDays - 2));
            yield return PolicyLife.Premium(policy, "Y2", "COLLECT", 2, paid, policy.Premium);
            if (!policy.InCohort && dice.Chance(150))
            {
                yield return PolicyLife.Event(policy, "S", "SURRENDER", paid.PlusDays(dice.Between(30, 120)));
            }
        }
        else if (dice.Chance(LatePayers))
        {
            yield return PolicyLife.Premium(policy, "Y2", "COLLECT", 2, graceEnd.PlusDays(dice.Between(2, 12)), policy.Premium);
        }
        else
        {
            yield return PolicyLife.Event(policy, "L", "LAPSE", graceEnd);
        }
    }
}
