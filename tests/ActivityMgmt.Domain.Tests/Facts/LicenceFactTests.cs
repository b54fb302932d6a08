using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class LicenceFactTests
{
    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)] // first day counts
    [InlineData("2026-08-31", true)] // last day counts
    [InlineData("2026-09-01", false)]
    public void Is_valid_from_the_first_to_the_last_day(string date, bool expected) =>
        Assert.Equal(expected, Licensed("A1", "2026-07-01", "2026-08-31").IsValidOn(Day(date)));

    [Fact]
    public void Without_a_last_day_it_goes_on() => Assert.True(Licensed("A1", "2026-07-01").IsValidOn(Day("2040-01-01")));

    [Fact]
    public void A_renewal_does_not_erase_the_gap_before_it()
    {
        var organisation = Book(Licensed("A1", "2026-01-01", "2026-06-30"), Licensed("A1", "2026-07-10")).Organisation;

        Assert.True(organisation.IsLicensedOn(Id("A1"), Day("2026-06-30")));
        Assert.False(organisation.IsLicensedOn(Id("A1"), Day("2026-07-01")));
        Assert.False(organisation.IsLicensedOn(Id("A1"), Day("2026-07-09")));
        Assert.True(organisation.IsLicensedOn(Id("A1"), Day("2026-07-10")));
        Assert.Null(organisation.IsLicensedOn(Id("A2"), Day("2026-07-10")));
    }
}
