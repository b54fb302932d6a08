using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Surveys after interviews and policies, and the odd complaint.</summary>
internal static class CustomerVoice
{
    public static IEnumerable<ExportRow> After(Activity activity, Agent agent)
    {
        if (activity is { Type: "FACE", Result: "OK" } && Dice.For($"{activity.No}/survey").Chance(167))
        {
            yield return Survey(activity.No, agent, activity.Customer, activity.On);
        }
    }

    public static IEnumerable<ExportRow> After(Policy policy)
    {
        Dice dice = Dice.For($"{policy.No}/voice");
        if (policy.IssuedOn < SampleDates.HistoryStart)
        {
            yield break;
        }

        if (dice.Chance(120))
        {
            yield return Survey(policy.No, policy.Agent, policy.Customer.No, policy.IssuedOn);
        }

        if (dice.Chance(policy.Agent.Skill.Service < 600 ? 20 : 6))
        {
            LocalDate on = policy.IssuedOn.PlusDays(dice.Between(5, 25));
            yield return new ExportRow(ExportFile.Feedback, on, $"FC-{policy.No}", policy.Agent.No, policy.Customer.No, "COMPLAINT", "", Text.Of(on));
        }
    }

    private static ExportRow Survey(string about, Agent agent, string customer, LocalDate day)
    {
        Dice dice = Dice.For($"{about}/score");
        int score = dice.Chance(agent.Skill.Service) ? dice.Between(9, 10) : dice.Chance(800) ? dice.Between(7, 8) : dice.Between(2, 6);
        LocalDate on = day.PlusDays(dice.Between(1, 4));
        return new ExportRow(ExportFile.Feedback, on, $"FB-{about}", agent.No, customer, "SURVEY", Text.Of(score), Text.Of(on));
    }
}
