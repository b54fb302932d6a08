using System.Globalization;
using ActivityMgmt.Domain;
using ActivityMgmt.EntityFrameworkCore;
using ActivityMgmt.Incentives;
using FirstDay;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

// Adopts the library in a CRM that is there already: look, set goals, pay in the shadow of the old system, cut over, explain.
// First argument: a folder for the results (default: out/first-day); second: en or zh-CN.
var output = Directory.CreateDirectory(args.Length > 0 ? args[0] : Path.Combine("out", "first-day")).FullName;
var reader = CultureInfo.GetCultureInfo(args.Length > 1 ? args[1] : "en");
var samples = Samples.Folder();
var crm = new ForeignCrm(Path.Combine(samples, "BranchQuarter", "data"), Path.Combine(samples, "FirstDay", "data", "old-pay.csv"));
var database = Path.Combine(output, "activity.db");
File.Delete(database);

await using var services = new ServiceCollection()
    .AddActivityManagement(activity => activity
        .UseSqlite($"Data Source={database}")
        .UseWorkCalendar(WorkCalendars.China)
        .UseAccess(AccessPolicies.CheckedByHost) // whoever may run the program may do what it does
        .AddKpi()
        .AddIncentives())
    .BuildServiceProvider();
await services.GetRequiredService<ActivityDatabase>().CreateOrUpgradeAsync(default);
var (call, quarter) = (new CallContext(new TenantId("B01"), new ActorId("wang.min")), new Quarter(2026, 3));
var texts = services.GetRequiredService<ITexts>();
string Say(Reason reason) => texts.Explain(reason, reader);

// docs:start facts
// Step 0: the CRM's rows become facts in a database of our own. The CRM is read, never written. Twice is once; what clashes with before comes back as a finding.
var recording = services.GetRequiredService<FactRecording>();
foreach (var delivery in crm.Read().Deliveries)
    await recording.RecordAsync(call, delivery).OrThrow();
var documents = services.GetRequiredService<IDocumentStore>();
await documents.PublishAsync(call, crm.Document("kpis.json", DocumentKinds.Kpis), default);
// docs:end facts

// docs:start look
// Step 1, read-only: how does everybody stand against their own usual quarter, and which funnel step is weak? No goal, no target, nothing stored.
var look = await services.GetRequiredService<FirstLook>()
    .LookAsync(call, quarter, new("fyp"), asOf: new(2026, 8, 16), quartersBefore: 2, piece: 100m).OrThrow();
foreach (var checkpoint in look.Checkpoints.Where(c => c.NeedsDecision).Take(3))
    Console.WriteLine($"{checkpoint.Subject.Id}: {texts.Word($"status.{checkpoint.Status}", reader)}. {string.Join(" ", checkpoint.Proposals.Select(Say))}");
Console.WriteLine($"{look.Checkpoints.Count} looked at, {look.WithoutPast.Count} without a past");
// docs:end look

// docs:start goals
// Step 2, goals: hand the branch's target down, agree, plan, and look again on a Monday.
await documents.PublishAsync(call, crm.Document("target.json", DocumentKinds.Target), default);
var goals = services.GetRequiredService<GoalSetting>();
var opening = await goals.OpenAsync(call, quarter, on: new(2026, 7, 1)).OrThrow();
await goals.AgreeAsync(call, quarter, on: new(2026, 7, 1)).OrThrow();
await services.GetRequiredService<Planning>().PlanAsync(call, quarter, on: new(2026, 7, 1)).OrThrow();
var monday = await services.GetRequiredService<Monitoring>().RunDueAsync(call, quarter, today: new(2026, 8, 17)).OrThrow();
Console.WriteLine($"{opening.Goals.Count} goals, {monday.Count} checkpoints, {monday.Count(c => c.NeedsDecision)} need a decision");
// docs:end goals

// docs:start shadow
// Step 3, pay in shadow mode: work out the quarter beside the old system, store nothing, and clear up what differs.
await documents.PublishAsync(call, crm.Document("pay-plan.json", DocumentKinds.PayPlan), default);
var pay = services.GetRequiredService<Pay>();
KnownDifference[] known = [new(new("E1008"), "first-year-commission", Money.Of(-200m, "CNY"), "paid by hand in August, see file 2026/114", call.Actor)];
var shadow = await pay.ShadowAsync(call, quarter, crm.OldPay(), known).OrThrow();
foreach (var match in Enum.GetValues<ShadowMatch>())
    Console.WriteLine($"{texts.Word($"shadow.match.{match}", reader)}: {shadow.Of(match).Count()}");
File.WriteAllText(Path.Combine(output, "shadow.md"), ShadowMarkdown.Write(shadow, texts, new Dictionary<string, string>(), reader));
// docs:end shadow

// docs:start cut-over
// Step 4, cut-over on 1 October: take over what the old system paid on policies whose premium the export no longer holds, then pay the fourth quarter here.
// What the export does hold of the years before is history: known from the start, and never late.
var agent = new AgentId("E1001");
await pay.TakeOverAsync(call,
[
    new OpeningBalance
    {
        Agent = agent,
        CutOver = new LocalDate(2026, 10, 1),
        Policies = new Dictionary<PolicyId, PolicyOpening> { [new("P-OLD-1")] = new(Paid: Money.Of(1_680m, "CNY"), TakenBack: Money.Zero("CNY")) },
        By = call.Actor,
    },
]).OrThrow();
// What if that old policy is surrendered on 20 October, in its 23rd month? Half of what the old system paid comes back.
var surrendered = await pay.EstimateAsync(call, agent, quarter.Next, book => ForeignCrm.Surrendered("P-OLD-1", agent).Aggregate(book, (b, fact) => b.With(fact))).OrThrow();
var taken = surrendered.Lines.Single(line => line.Component == "clawback");
Console.WriteLine($"{texts.Format(Quantity.Of(taken.Amount!.Value), reader)}: {Say(taken.Reason)}");
// docs:end cut-over

// docs:start why-not
// Step 5, any day: E1024 collected 11,580 of policy P1024-25-07 in September. Why is it not in the quarter's first-year premium, and why is the policy not in persistency yet?
var explaining = services.GetRequiredService<Explaining>();
foreach (var measure in new MeasureId[] { new("fyp"), new("persistency-13m") })
{
    var left = await explaining.WhyNotAsync(call, measure, Subject.Of(new AgentId("E1024")), FiscalCalendars.Gregorian.IntervalOf(quarter),
        about: new FactKey(FactKind.Policy, "crm", "P1024-25-07")).OrThrow();
    foreach (var excluded in left.Facts)
        Console.WriteLine($"{excluded.Measure} without {excluded.Fact}: {string.Join(" ", excluded.Reasons.Select(Say))}");
}
// docs:end why-not
