using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class AgentFactTests
{
    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)] // first day counts
    [InlineData("2026-08-31", true)] // last day counts
    [InlineData("2026-09-01", false)]
    public void Is_under_contract_from_the_first_to_the_last_day(string date, bool expected) =>
        Assert.Equal(expected, Joined("A1", on: "2026-07-01", left: "2026-08-31").IsUnderContractOn(Day(date)));
}
