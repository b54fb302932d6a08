namespace ActivityMgmt.Domain;

/// <summary>A yearly minimum of training hours. Before the year's end, too few hours for the part of the year that is over is a warning; at its end, what the rule says.</summary>
/// <param name="HoursPerYear">The minimum in a calendar year.</param>
/// <param name="Topics">The topics that count.</param>
public sealed record TrainingHoursCheck(decimal HoursPerYear, IReadOnlyList<string> Topics) : IComplianceCheck
{
    internal static IComplianceCheck Read(DocumentNode parameters)
    {
        parameters.AllowOnly("hoursPerYear", "topics");
        var hours = parameters["hoursPerYear"].Number();
        if (hours <= 0m && parameters["hoursPerYear"].Kind == DocumentNodeKind.Number)
        {
            parameters["hoursPerYear"].Report(Reason.Of("document.not-positive", ("value", hours)));
        }

        return new TrainingHoursCheck(hours, [.. parameters["topics"].Items.Select(t => t.Text())]);
    }

    /// <inheritdoc/>
    public IEnumerable<ComplianceResult> Check(ComplianceRule rule, FactBook facts, DateInterval period)
    {
        Guard.Against.Null(rule);
        Guard.Against.Null(facts);
        Guard.Against.Null(period);
        var year = new DateInterval(new(period.End.Year, 1, 1), new(period.End.Year, 12, 31));
        foreach (var id in facts.Organisation.ActiveOn(period.End))
        {
            var contract = facts.Organisation.ContractOf(id, period.End)!;
            var from = LocalDate.Max(year.Start, facts.Organisation.JoinedOn(id, period.End)!.Value);
            var due = HoursPerYear * new DateInterval(from, period.End).Length / year.Length;
            var attended = facts.Trainings.Where(t => t.Agent == id && t.Date >= year.Start && t.Date <= period.End && Topics.Contains(t.Topic)).ToArray();
            var hours = attended.Sum(t => t.Hours);
            var outcome = hours >= due ? ComplianceOutcome.Pass : period.End == year.End ? rule.Severity : ComplianceOutcome.Warn;
            yield return new()
            {
                Rule = rule.Id,
                Outcome = outcome,
                Agent = id,
                Date = period.End,
                Reason = Reason.Of(
                    outcome == ComplianceOutcome.Pass ? "compliance.enough-training" : "compliance.too-little-training",
                    ("agent", id.Value),
                    ("hours", Quantity.Of(hours, Unit.Hours)),
                    ("due", Quantity.Of(Math.Round(due, 1, MidpointRounding.AwayFromZero), Unit.Hours)),
                    ("year", Quantity.Of(HoursPerYear, Unit.Hours)),
                    ("date", period.End)),
                Facts = [contract.Reference, .. attended.Select(t => t.Reference)],
            };
        }
    }
}
