using System.Globalization;
using ActivityMgmt.Domain;
using ActivityMgmt.EntityFrameworkCore;
using ActivityMgmt.Incentives;
using Microsoft.Extensions.DependencyInjection;

var crm = new ThirtyLines.Crm(args.Length > 0 ? args[0] : ThirtyLines.Crm.SampleDocuments);
File.Delete("thirty-lines.db");

// docs:start host
await using var services = new ServiceCollection()
    .AddActivityManagement(activity => activity
        .UseSqlite("Data Source=thirty-lines.db")      // or register your own IFactStore, IRepository<T>, …
        .UseWorkCalendar(WorkCalendars.China)
        .UseAccess(AccessPolicies.CheckedByHost)       // or by organisation and role: UseOrganisationAccess
        .AddKpi()
        .AddIncentives())
    .BuildServiceProvider();
await services.GetRequiredService<ActivityDatabase>().CreateOrUpgradeAsync(default);
var (call, quarter) = (new CallContext(new TenantId("B01"), new ActorId("wang.min")), new Quarter(2026, 3));

// Publish the rules (KPIs, target, pay plan) and feed the CRM's changes in: twice is once, a clash comes back.
foreach (var document in crm.Documents())
    await services.GetRequiredService<IDocumentStore>().PublishAsync(call, document, default);
var intake = await services.GetRequiredService<FactRecording>().RecordAsync(call, crm.Changes()).OrThrow();
Console.WriteLine($"{intake.Added} new facts, {intake.Conflicts.Count} conflicts");

// Once a quarter: hand the target down, agree, plan backwards to weekly activities.
var goals = services.GetRequiredService<GoalSetting>();
await goals.OpenAsync(call, quarter, on: new(2026, 7, 1)).OrThrow();
await goals.AgreeAsync(call, quarter, on: new(2026, 7, 1)).OrThrow();
await services.GetRequiredService<Planning>().PlanAsync(call, quarter, on: new(2026, 7, 1)).OrThrow();

// Every Monday: expected, actual, forecast, cause, proposals.
var (texts, reader) = (services.GetRequiredService<ITexts>(), CultureInfo.GetCultureInfo("en"));
foreach (var checkpoint in await services.GetRequiredService<Monitoring>().RunDueAsync(call, quarter, today: new(2026, 8, 10)).OrThrow())
    Console.WriteLine($"{checkpoint.Subject.Id} is {texts.Word($"status.{checkpoint.Status}", reader)}. {string.Join(" ", checkpoint.Proposals.Select(p => texts.Explain(p, reader)))}");

// Any time: what would the pay be, and why; the same calculation as the closing's.
var statement = await services.GetRequiredService<Pay>().EstimateAsync(call, crm.Agent, quarter).OrThrow();
Console.WriteLine(StatementMarkdown.Write(statement, texts, crm.Names, reader));
// docs:end host
