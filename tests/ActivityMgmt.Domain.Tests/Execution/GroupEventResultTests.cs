using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class GroupEventResultTests
{
    [Fact]
    public void A_seminar_goes_from_invited_to_collected_with_counts_and_rates()
    {
        var result = GroupEventResult.Of(
            Book(
                Step("C1", GroupEventStage.Invited), Step("C2", GroupEventStage.Invited), Step("C3", GroupEventStage.Invited), Step("C4", GroupEventStage.Invited),
                Step("C1", GroupEventStage.Attended), Step("C2", GroupEventStage.Attended), Step("C9", GroupEventStage.Attended), // C9 came along
                Step("C1", GroupEventStage.Applied), Step("C9", GroupEventStage.Applied),
                Step("C1", GroupEventStage.Collected),
                Step("C1", GroupEventStage.Invited, "E2")),
            new("E1"));

        Assert.Equal(
            [(GroupEventStage.Invited, 4, 0), (GroupEventStage.Attended, 3, 2), (GroupEventStage.Applied, 2, 2), (GroupEventStage.Collected, 1, 1)],
            result.Steps.Select(s => (s.Stage, s.Customers, s.FromStageBefore)));
        Assert.Equal([null, Quantity.Ratio(1m, 2m), Quantity.Ratio(2m, 3m), Quantity.Ratio(1m, 2m)], result.Steps.Select(s => s.Rate));
    }

    [Fact]
    public void A_customer_named_twice_counts_once() =>
        Assert.Equal(1, GroupEventResult.Of(Book(Step("C1", GroupEventStage.Invited), Step("C1", GroupEventStage.Invited, id: "again")), new("E1")).Steps[0].Customers);

    [Fact]
    public void Without_anybody_before_there_is_no_rate() =>
        Assert.All(GroupEventResult.Of(Book(Step("C1", GroupEventStage.Collected)), new("E1")).Steps, s => Assert.Null(s.Rate));

    [Fact]
    public void The_guests_of_all_agents_sum_to_the_events() => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[0, 2]).Array[0, 30].Sample(rows =>
    {
        var facts = rows.Select((r, i) => (Fact)(Step($"C{r.Item1}", (GroupEventStage)r.Item2, id: $"S{i}") with { Agent = new($"A{r.Item1 % 3}") })).ToArray();
        var book = Book(facts);
        var parts = new[] { "A0", "A1", "A2" }.Select(a => GroupEventResult.Of(book, new("E1"), Id(a))).ToArray();

        Assert.All(GroupEventResult.Of(book, new("E1")).Steps.Select((s, i) => (s, i)), s => Assert.Equal(s.s.Customers, parts.Sum(p => p.Steps[s.i].Customers)));
    });

    private static GroupEventFact Step(string customer, GroupEventStage stage, string @event = "E1", string? id = null) => new()
    {
        Origin = new("crm", id ?? $"{@event}-{customer}-{stage}"), Date = Day("2026-07-21"), Event = new(@event), Agent = Id("A1"), Customer = new(customer), Stage = stage,
    };
}
