using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>The leads an agent takes up, and where each came from: a new name or one of the agent's policyholders.</summary>
internal sealed class LeadBook(Agent agent, IReadOnlyList<Policy> book)
{
    /// <summary>Leads for each working day of an agent with the usual volume, in per mille.</summary>
    private const int UsualPerDay = 368;

    private const int FromPolicyholders = 180;

    private readonly HashSet<string> _approached = [];
    private int _saved = Dice.For($"{agent.No}/leads").Below(1000);

    public IEnumerable<Opportunity> Opportunities()
    {
        Funnel funnel = new(agent);
        LocalDate first = SampleDates.Later(agent.Joined.PlusDays(3), SampleDates.WarmUpStart);
        foreach (IGrouping<string, LocalDate> month in LeadDays(first).GroupBy(Text.ShortMonth))
        {
            int number = 0;
            foreach (LocalDate day in month)
            {
                number++;
                Opportunity opportunity = Open($"{agent.Digits}-{month.Key}-{Text.TwoDigits(number)}", day);
                OpportunityWalk.Run(funnel, opportunity);
                yield return opportunity;
            }
        }
    }

    private IEnumerable<LocalDate> LeadDays(LocalDate first)
    {
        Dice dice = Dice.For($"{agent.No}/lead-days");
        foreach (LocalDate day in WorkingDays.Between(first, agent.LastDay))
        {
            int usual = UsualPerDay * Seasonality.On(day) / 1000 * agent.SkillOn(day).Volume / 1000;
            _saved += usual * dice.Between(0, 2000) / 1000;
            for (; _saved >= 1000; _saved -= 1000)
            {
                yield return day;
            }
        }
    }

    private Opportunity Open(string number, LocalDate day)
    {
        Dice dice = Dice.For($"{number}/lead");
        Customer[] known = dice.Chance(FromPolicyholders)
            ? [.. book.Where(p => p.Customer.MarketingOk && p.IssuedOn < day && !_approached.Contains(p.Customer.No)).Select(p => p.Customer)]
            : [];
        Customer customer = known.Length > 0 ? dice.Pick(known) : new Customer($"C{number}", agent.No, day);
        _approached.Add(customer.No);
        Product product = Product.Roll(dice);
        return new Opportunity($"O{number}", agent.No, customer, day, product, product.RollPremium(dice, agent.Skill.Premium));
    }
}
