namespace ActivityMgmt.Domain;

// The company's days on which an agent's contracts have the agent work: each day by the contract of that day, or the last one before it.
internal sealed class ContractWeekdays(Organisation organisation, AgentId agent, IWorkCalendar company) : IWorkCalendar
{
    public bool IsWorkingDay(LocalDate date) =>
        company.IsWorkingDay(date) && organisation.LatestContractOf(agent, date)?.WorksOn is var weekdays && (weekdays is null || weekdays.Value.Contains(date.DayOfWeek));
}
