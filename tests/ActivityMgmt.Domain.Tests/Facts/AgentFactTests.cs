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

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-08-31", true)]
    [InlineData("2026-09-01", false)]
    public void Is_licensed_from_the_first_to_the_last_day_of_the_certificate(string date, bool expected) =>
        Assert.Equal(expected, Joined("A1", licensed: "2026-07-01", licensedTo: "2026-08-31").IsLicensedOn(Day(date)));

    [Fact]
    public void A_certificate_without_end_goes_on_and_one_without_beginning_is_not_known()
    {
        Assert.True(Joined("A1", licensed: "2026-07-01").IsLicensedOn(Day("2040-01-01")));
        Assert.Null(Joined("A1", licensed: null, licensedTo: "2026-08-31").IsLicensedOn(Day("2026-07-01")));
    }
}
