namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>Two tenants in one database, with the same ids everywhere, over every method of every port.</summary>
public class TenantTests
{
    private static readonly LocalDate First = new(2026, 7, 1);
    private static readonly LocalDate Second = new(2026, 7, 8);

    [Fact]
    public async Task Facts_deliveries_and_names_of_two_tenants_never_meet()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var mine = Some.Delivery(First, Some.Visit("1"), Some.Visit("2")) with { Names = [new(FactKind.Agent, "E1", "mine")] };
        var theirs = Some.Delivery(First, Some.Visit("1", outcome: "missed")) with { Names = [new(FactKind.Agent, "E1", "theirs")] };

        await Append(Some.Call, mine);
        var result = await Append(Some.OtherTenant, theirs);
        var emptied = await Append(Some.OtherTenant, Some.Complete(Second));

        Assert.Equal((1, 0), (result.Added, result.Conflicts.Count));
        Assert.Equal(1, emptied.Removed);
        Assert.Equal([Some.Visit("1"), Some.Visit("2")], await Read(Some.Call));
        Assert.Empty(await Read(Some.OtherTenant));
        Assert.Equal([2L], (await database.Facts.DeliveriesAsync(Some.Call, CancellationToken.None)).Select(d => d.Sequence));
        Assert.Equal([3L, 4L], (await database.Facts.DeliveriesAsync(Some.OtherTenant, CancellationToken.None)).Select(d => d.Sequence));
        Assert.Equal(2, (await Append(Some.Call, mine)).Sequence);
        Assert.Equal("mine", (await database.People.NamesAsync(Some.Call, FactKind.Agent, CancellationToken.None))["E1"]);
        Assert.Equal("theirs", (await database.People.NamesAsync(Some.OtherTenant, FactKind.Agent, CancellationToken.None))["E1"]);

        Task<IntakeResult> Append(CallContext call, FactDelivery delivery) => database.Facts.AppendAsync(call, delivery, CancellationToken.None);
        async Task<IReadOnlyList<Fact>> Read(CallContext call) => (await database.Facts.ReadAsync(call, null, CancellationToken.None)).All;
    }

    [Fact]
    public async Task Documents_of_two_tenants_never_meet()
    {
        using var database = await TemporaryDatabase.CreateAsync();

        await database.Documents.PublishAsync(Some.Call, Some.Plan(1, First, null, "mine"), CancellationToken.None);
        Assert.Null(await database.Documents.FindAsync(Some.OtherTenant, DocumentKinds.PayPlan, First, CancellationToken.None));
        await database.Documents.PublishAsync(Some.OtherTenant, Some.Plan(1, First, null, "theirs"), CancellationToken.None);

        Assert.Equal("mine", (await database.Documents.FindAsync(Some.Call, DocumentKinds.PayPlan, First, CancellationToken.None))?.Text);
        Assert.Equal("theirs", (await database.Documents.FindAsync(Some.OtherTenant, DocumentKinds.PayPlan, First, CancellationToken.None))?.Text);
    }

    [Fact]
    public async Task Aggregates_of_two_tenants_never_meet()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var pledges = database.Repository<Pledge>();
        var mine = new Pledge("P1", "2026Q3", Money.Of(1m, "CNY"));
        var theirs = mine with { Amount = Money.Of(2m, "CNY") };

        await pledges.SaveAsync(Some.Call, [new(mine, 0)], CancellationToken.None);
        Assert.Null(await pledges.FindAsync(Some.OtherTenant, "P1", CancellationToken.None));
        Assert.Empty(await pledges.ListAsync(Some.OtherTenant, "2026Q3", CancellationToken.None));
        await pledges.SaveAsync(Some.OtherTenant, [new(theirs, 0)], CancellationToken.None);

        Assert.Equal(new(mine, 1), await pledges.FindAsync(Some.Call, "P1", CancellationToken.None));
        Assert.Equal([new(theirs, 1)], await pledges.ListAsync(Some.OtherTenant, "2026Q3", CancellationToken.None));
    }

    [Fact]
    public async Task A_call_without_tenant_is_refused_by_every_port()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var nobody = new CallContext(default, CallContext.SystemActor);
        var pledges = database.Repository<Pledge>();

        await Refused(() => database.Facts.AppendAsync(nobody, Some.Delivery(First), CancellationToken.None));
        await Refused(() => database.Facts.ReadAsync(nobody, null, CancellationToken.None));
        await Refused(() => database.Facts.DeliveriesAsync(nobody, CancellationToken.None));
        await Refused(() => database.People.NamesAsync(nobody, FactKind.Agent, CancellationToken.None));
        await Refused(() => database.Documents.PublishAsync(nobody, Some.Plan(1, First, null), CancellationToken.None));
        await Refused(() => database.Documents.FindAsync(nobody, DocumentKinds.PayPlan, First, CancellationToken.None));
        await Refused(() => pledges.FindAsync(nobody, "P1", CancellationToken.None));
        await Refused(() => pledges.ListAsync(nobody, "2026Q3", CancellationToken.None));
        await Refused(() => pledges.SaveAsync(nobody, [], CancellationToken.None));

        static Task Refused(Func<Task> call) => Assert.ThrowsAsync<ArgumentException>(call);
    }

    [Theory]
    [InlineData("'; DROP TABLE facts; --")]
    [InlineData("\" OR 1=1 --")]
    [InlineData("$tenant")]
    [InlineData("%")]
    [InlineData("业务员 '李娜' 😀")]
    public async Task Text_is_only_text(string text)
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var call = new CallContext(new(text), new(text));
        var fact = Some.Visit(text, outcome: text, source: text) with { Agent = new(text) };
        var delivery = Some.Delivery(First, fact) with { Name = text, Source = text, CompleteKinds = [FactKind.Activity], Names = [new(FactKind.Agent, text, text)] };
        var document = Some.Plan(1, First, null, text, id: text) with { Kind = text };
        var pledge = new Pledge(text, text, Money.Of(1m, "CNY"), new Cause.NoData(Reason.Of(text, (text, text))));
        await database.Facts.AppendAsync(Some.Call, Some.Delivery(First, Some.Visit("untouched")), CancellationToken.None);

        await database.Facts.AppendAsync(call, delivery, CancellationToken.None);
        await database.Documents.PublishAsync(call, document, CancellationToken.None);
        await database.Repository<Pledge>().SaveAsync(call, [new(pledge, 0)], CancellationToken.None);

        Assert.Equal([fact], (await database.Facts.ReadAsync(call, null, CancellationToken.None)).All);
        Assert.Equal([new(text, First, 2)], await database.Facts.DeliveriesAsync(call, CancellationToken.None));
        Assert.Equal(text, (await database.People.NamesAsync(call, FactKind.Agent, CancellationToken.None))[text]);
        Assert.Equal(document, await database.Documents.FindAsync(call, text, First, CancellationToken.None));
        Assert.Equal(new(pledge, 1), await database.Repository<Pledge>().FindAsync(call, text, CancellationToken.None));
        Assert.Equal([new(pledge, 1)], await database.Repository<Pledge>().ListAsync(call, text, CancellationToken.None));
        Assert.Equal([Some.Visit("untouched")], (await database.Facts.ReadAsync(Some.Call, null, CancellationToken.None)).All);
    }
}
