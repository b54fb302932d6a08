using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>A policy as first issued.</summary>
internal sealed record Policy(string No, Agent Agent, Customer Customer, Product Product, int Premium, LocalDate SubmittedOn, LocalDate IssuedOn)
{
    public LocalDate EffectiveOn => IssuedOn.PlusDays(1);

    public bool InCohort => Product.IsLongTerm && IssuedOn >= SampleDates.CohortStart && IssuedOn <= SampleDates.CohortEnd;

    /// <summary>The policy an opportunity ended in; issued nought to five days after it was submitted.</summary>
    public static Policy From(Opportunity won, Agent agent, LocalDate submittedOn) =>
        new($"P{won.No[1..]}", agent, won.Customer, won.Product, won.Premium, submittedOn, IssuedAfter(submittedOn, Dice.For($"{won.No}/issue")));

    public ExportRow Row() => new(
        ExportFile.Policies,
        IssuedOn,
        No,
        Agent.No,
        Customer.No,
        Product.Code,
        Text.Of(Product.PayYears),
        Text.Of((decimal)Premium),
        Text.Of(SubmittedOn),
        Text.Of(IssuedOn),
        Text.Of(EffectiveOn))
    {
        Place = AfterTheSignature,
    };

    /// <summary>Behind the day's activities and stages, for policies issued on the day of their signature.</summary>
    public const int AfterTheSignature = 1500;

    /// <summary>Underwriting works on working days; what would fall into the holiday after the quarter is issued at once.</summary>
    public static LocalDate IssuedAfter(LocalDate submittedOn, Dice dice)
    {
        LocalDate[] possible = [.. WorkingDays.Between(submittedOn, SampleDates.Earlier(submittedOn.PlusDays(5), SampleDates.QuarterEnd))];
        return possible.Length > 0 ? dice.Pick(possible) : submittedOn;
    }
}
