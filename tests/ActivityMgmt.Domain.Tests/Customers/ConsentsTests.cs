using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class ConsentsTests
{
    [Theory]
    [InlineData("2026-02-28", ConsentStatus.NeverAsked)]
    [InlineData("2026-03-01", ConsentStatus.Given)] // the day itself counts
    [InlineData("2026-05-31", ConsentStatus.Given)] // the last day counts
    [InlineData("2026-06-01", ConsentStatus.Expired)]
    [InlineData("2026-07-01", ConsentStatus.Refused)]
    public void The_latest_word_counts_as_long_as_it_lasts(string day, ConsentStatus expected) =>
        Assert.Equal(expected, Consents.Of(Book(Said("profiling", true, "2026-03-01", "2026-05-31"), Said("profiling", false, "2026-07-01")), new("C1"), "profiling", Day(day)));

    [Fact]
    public void A_yes_to_one_purpose_is_no_yes_to_another() =>
        Assert.Equal(ConsentStatus.NeverAsked, Consents.Of(Book(Said("profiling", true, "2026-03-01")), new("C1"), "recording", Day("2026-04-01")));

    [Theory]
    [InlineData(true, ConsentStatus.Given)]
    [InlineData(false, ConsentStatus.Refused)]
    [InlineData(null, ConsentStatus.NeverAsked)]
    public void For_marketing_the_flag_of_the_crm_counts_where_nothing_else_is_known(bool? flag, ConsentStatus expected)
    {
        var customer = Customer("C1") with { MarketingConsent = flag };

        Assert.Equal(expected, Consents.Of(Book(customer), new("C1"), "marketing", Day("2026-04-01")));
        Assert.Equal(ConsentStatus.Given, Consents.Of(Book(customer, Said("marketing", true, "2026-03-01")), new("C1"), "marketing", Day("2026-04-01")));
        Assert.Equal(ConsentStatus.NeverAsked, Consents.Of(Book(customer), new("C1"), "profiling", Day("2026-04-01")));
    }

    internal static ConsentFact Said(string purpose, bool yes, string on, string? until = null, string customer = "C1") => new()
    {
        Origin = new("crm", $"{customer}-{purpose}-{on}"),
        Date = Day(on),
        Customer = new(customer),
        Purpose = purpose,
        IsGiven = yes,
        Until = MaybeDay(until),
    };
}
