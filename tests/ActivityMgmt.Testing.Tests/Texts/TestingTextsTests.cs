using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Testing.Tests;

/// <summary>Every reason that this package gives reads well in both languages.</summary>
public class TestingTextsTests
{
    private static readonly CallContext Call = new(new("branch-1"), CallContext.SystemActor);
    private static readonly LocalDate July = new(2026, 7, 1);

    [Theory]
    [InlineData("en", "\"k\" was changed by somebody else meanwhile (version 0, expected 3). Read it again and decide again.")]
    [InlineData("zh-CN", "\"k\" 已被他人修改（当前版本 0，预期 3）。请重新读取后再决定。")]
    public async Task A_save_with_another_token(string culture, string expected) =>
        Assert.Equal(expected, await Explained(culture, () => new InMemoryRepository<Goal>().SaveAsync(Call, [new(SomeGoal.Of("k", "2026Q3", "r"), 3)], CancellationToken.None)));

    [Theory]
    [InlineData("en", "Delivery \"crm-2026-07-01\" was stored as delivered on 2026-07-01, and now comes with more and the date 2026-07-02. Send it under its date, or under another name.")]
    [InlineData("zh-CN", "交付批次 \"crm-2026-07-01\" 已按日期 2026年7月1日 入库，现以日期 2026年7月2日 送来新增内容。请使用原日期，或更换批次名称。")]
    public async Task A_delivery_under_another_date(string culture, string expected)
    {
        var store = new InMemoryFactStore();
        await store.AppendAsync(Call, TestDeliveries.On(July, TestFacts.Joined("E1")), CancellationToken.None);

        Assert.Equal(expected, await Explained(culture, () => store.AppendAsync(Call, TestDeliveries.On(July, TestFacts.Joined("E2")) with { DeliveredOn = July.PlusDays(1) }, CancellationToken.None)));
    }

    [Theory]
    [InlineData("en", "{}", 2, "Version 2 of pay-plan \"quarter\" applies on days on which version 1 applies. Change its dates.")]
    [InlineData("zh-CN", "{}", 2, "pay-plan \"quarter\" 第 2 版与第 1 版的有效期重叠。请调整日期。")]
    [InlineData("en", "{ }", 1, "Version 1 of pay-plan \"quarter\" is published with another text or other dates. Publish the change as a new version.")]
    [InlineData("zh-CN", "{ }", 1, "pay-plan \"quarter\" 第 1 版已发布，但内容或日期与此不同。请将改动作为新版本发布。")]
    public async Task A_document_that_clashes(string culture, string text, int version, string expected)
    {
        var plan = new PublishedDocument { Kind = DocumentKinds.PayPlan, Id = "quarter", Version = 1, EffectiveFrom = July, Text = "{}" };
        var store = new InMemoryDocumentStore();
        await store.PublishAsync(Call, plan, CancellationToken.None);

        Assert.Equal(expected, await Explained(culture, () => store.PublishAsync(Call, plan with { Version = version, Text = text }, CancellationToken.None)));
    }

    [Theory]
    [InlineData("en", "The test states no reading of cases for agent:E1, 2026-07-01 to 2026-09-30.")]
    [InlineData("zh-CN", "测试没有给出 agent:E1 在 2026年7月1日至2026年9月30日 的 cases 读数。")]
    public void A_reading_that_was_not_stated(string culture, string expected)
    {
        var readings = new StatedReadings(FactBook.Of([])).Knows("cases", Unit.Count);

        var reading = readings.Read(new("cases"), Subject.Of(new AgentId("E1")), new Quarter(2026, 3).Interval);

        Assert.Equal(expected, Texts().Explain(Assert.IsType<Reading.NoData>(reading).Reason, CultureInfo.GetCultureInfo(culture)));
    }

    private static async Task<string> Explained(string culture, Func<Task> work) =>
        Texts().Explain((await Assert.ThrowsAsync<ConflictException>(work)).Reason, CultureInfo.GetCultureInfo(culture));

    private static ITexts Texts() => new ServiceCollection().AddActivityManagement(activity => activity.UseInMemory()).BuildServiceProvider().GetRequiredService<ITexts>();
}
