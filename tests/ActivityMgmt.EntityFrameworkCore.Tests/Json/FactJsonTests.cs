using CsCheck;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class FactJsonTests
{
    public static TheoryData<FactKind> Kinds => [.. Enum.GetValues<FactKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_fact_comes_back_equal_and_is_written_the_same_again(FactKind kind) =>
        Generated.Fact(kind).Sample(
            fact =>
            {
                var written = FactJson.Write(fact);
                var read = FactJson.Read(kind, written);
                Assert.Equal(fact, read);
                Assert.Equal(written, FactJson.Write(read));
            },
            iter: 300);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Equal_facts_are_written_the_same(FactKind kind) =>
        Generated.Fact(kind).Sample(fact => Assert.Equal(FactJson.Write(fact), FactJson.Write(fact with { Date = fact.Date })), iter: 30);

    [Fact]
    public void A_fact_is_short_sorted_and_readable() =>
        Assert.Equal(
            """
            {"agent":"E1001","annualPremium":"12000 CNY","date":"2026-07-01","issuedOn":"2026-07-03","origin":{"id":"P-1","revision":1,"sequence":0,"source":"核心"},"paymentMode":"annual","paymentYears":10,"policy":"P-1","product":"年金"}
            """,
            FactJson.Write(new PolicyFact
            {
                Origin = new("核心", "P-1"),
                Date = new(2026, 7, 1),
                Policy = new("P-1"),
                Agent = new("E1001"),
                Product = "年金",
                PaymentYears = 10,
                AnnualPremium = Money.Of(12000.00m, "CNY"),
                IssuedOn = new(2026, 7, 3),
            }));
}
