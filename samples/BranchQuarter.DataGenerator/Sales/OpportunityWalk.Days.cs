using NodaTime;

namespace BranchQuarter.DataGenerator;

// How time passes and how a step is written down.
internal sealed partial class OpportunityWalk
{
    /// <summary>False when the next step would lie behind the agent's last day: the opportunity stays open.</summary>
    private bool Wait(int fewest, int most)
    {
        int longest = Seasonality.LongestGap(_today);
        LocalDate next = WorkingDays.Plus(_today, _dice.Between(Math.Min(fewest, longest), Math.Min(most, longest)));
        if (next.DayOfWeek == IsoDayOfWeek.Friday && _dice.Chance(150) && !WorkingDays.IsHoliday(next.PlusDays(1)))
        {
            next = next.PlusDays(1);
        }

        _overtaken = next > _funnel.Agent.LastDay;
        if (!_overtaken)
        {
            _today = next;
        }

        return !_overtaken;
    }

    private bool Enter(string stage)
    {
        _opportunity.Stages.Add((stage, _today));
        return true;
    }

    private void Do(string type, string channel, string result, int minutes) => _opportunity.Activities.Add(new Activity
    {
        No = $"A{_opportunity.No[1..]}-{Text.Of(_opportunity.Activities.Count + 1)}",
        Agent = _opportunity.Agent,
        Customer = _opportunity.Customer.No,
        Opportunity = _opportunity.No,
        Type = type,
        Channel = channel,
        Result = result,
        Minutes = minutes,
        On = _today,
    });
}
