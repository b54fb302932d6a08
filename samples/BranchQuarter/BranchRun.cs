using BranchQuarter.Output;
using BranchQuarter.Report;
using BranchQuarter.Stages;
using Microsoft.Extensions.DependencyInjection;

namespace BranchQuarter;

/// <summary>The main job: from a CRM's files to checkpoints, evaluations and pay statements.</summary>
/// <remarks>Everything is read and checked before the database is touched; every stage is safe to repeat, so a run that was stopped goes on where it was.</remarks>
internal sealed class BranchRun
{
    private readonly RunOptions _options;
    private readonly Profile _profile;
    private readonly string _exports;
    private readonly MappingDocument _mapping;
    private readonly ProfileDocuments _documents;
    private readonly Decisions _decisions;
    private readonly CallContext _call;
    private readonly IServiceProvider _services;
    private readonly ReplayClock _clock;
    private readonly Screen _screen;

    private BranchRun(RunOptions options, Profile profile, string exports, ProfileDocuments documents, IServiceProvider services, ReplayClock clock, Screen screen)
    {
        (_options, _profile, _exports, _documents, _services, _clock, _screen) = (options, profile, exports, documents, services, clock, screen);
        var mapping = Path.Combine(profile.Folder, "mapping.json");
        _mapping = MappingDocument.Parse(Files.Read(mapping), mapping);
        _decisions = Decisions.Read(profile.Folder);
        _call = new(new TenantId(documents.Target.Branch), profile.Manager);
    }

    /// <summary>Runs everything. Exit code 0: done; 1: the input is wrong and nothing was stored; 2: the machine is (disk, database); 130: stopped.</summary>
    public static async Task<int> RunAsync(RunOptions options, TextWriter output, bool isTerminal, CancellationToken cancellation)
    {
        // Wordings and rules first: enough to read the profile and to say what is wrong with it.
        await using var rules = Services(options, WorkCalendars.MondayToFriday, [], TimeProvider.System);
        var screen = new Screen(rules.GetRequiredService<ITexts>(), options.Culture, output, isTerminal);
        try
        {
            var (folder, exports) = options.Folders();
            var profile = Profile.Read(folder);
            var documents = ProfileDocuments.Read(folder, profile.Quarter, rules.GetRequiredService<IKpiEngine>(), rules.GetRequiredService<IScorecards>());
            var clock = new ReplayClock(profile.Zone, profile.OpenedOn);
            await using var services = Services(options, profile.Calendar, documents.Names, clock);
            screen = new Screen(services.GetRequiredService<ITexts>(), options.Culture, output, isTerminal);
            return await new BranchRun(options, profile, exports, documents, services, clock, screen).RunAsync(cancellation);
        }
        catch (InputException e)
        {
            screen.Line(screen.Say(e.Reason));
            return 1;
        }
        catch (DocumentException e)
        {
            foreach (var problem in e.Problems)
            {
                screen.Line($"{problem.Place}: {screen.Say(problem.Reason)}");
            }

            screen.Line(screen.Word("bq.nothing-stored"));
            return 1;
        }
        catch (BrokenRuleException e)
        {
            screen.Line(screen.Say(e.Rule.Reason));
            return 1;
        }
        catch (ConflictException e)
        {
            screen.Line(screen.Say(e.Reason));
            return 2;
        }
        catch (StorageException e)
        {
            screen.Line(screen.Say(e.Reason));
            return 2;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            screen.Line(screen.Say("bq.io", ("reason", e.Message)));
            return 2;
        }
        catch (OperationCanceledException)
        {
            screen.Line(screen.Word("bq.stopped"));
            return 130;
        }
    }

    private async Task<int> RunAsync(CancellationToken cancellation)
    {
        _screen.Heading(_screen.Say("bq.report.title", ("branch", _profile.Name(_screen.Culture)), ("quarter", _profile.Quarter.ToString())));
        var stored = File.Exists(_options.Database) ? await ReadFactsAsync(cancellation) : FactBook.Of([]);
        var import = await _screen.RunAsync(
            "bq.stage.read", p => Task.Run(() => IntakeStage.Read(_exports, _mapping, KnownReferences.From(stored), p, cancellation), cancellation));
        if (!import.MayBeStored)
        {
            return Refuse(import);
        }

        _decisions.Check(day => FactBook.Of(stored.All.Concat(import.Deliveries
            .Where(d => _profile.IsBackfill || d.DeliveredOn < day)
            .SelectMany(d => d.Facts, (_, f) => f.Fact))));

        Directory.CreateDirectory(Path.GetDirectoryName(_options.Database)!);
        await _services.GetRequiredService<ActivityDatabase>().CreateOrUpgradeAsync(cancellation);
        // A document whose stage is skipped for want of facts is not in force.
        var stages = new StageList(_documents.All, [.. import.AbsentKinds.Except(stored.All.Select(f => f.Kind).Distinct())]);
        foreach (var document in _documents.All.Where(d => stages.Has(d.Kind)))
        {
            await _services.GetRequiredService<IDocumentStore>().PublishAsync(_call, document, cancellation);
        }

        var facts = _services.GetRequiredService<IFactStore>();
        var intakeStage = new IntakeStage(_services.GetRequiredService<FactRecording>(), _screen);
        var intake = await _screen.RunAsync("bq.stage.intake", p => intakeStage.StoreAsync(_call, import, p, cancellation));
        intakeStage.Tell(intake);
        var results = await LiveAsync(facts, stages, cancellation);
        await _screen.RunAsync("bq.stage.output", p =>
        {
            new Outputs(_options.Out, results, _screen).WriteAll(intake.Rejects, p);
            return Task.FromResult(true);
        });
        _screen.Line("bq.done", ("folder", _options.Out));
        return 0;
    }

    private async Task<RunResults> LiveAsync(IFactStore facts, StageList stages, CancellationToken cancellation)
    {
        var deliveries = await facts.DeliveriesAsync(_call, cancellation);
        var atOpening = ReplayStage.KnownAt(deliveries, _profile, _profile.OpenedOn.PlusDays(-1));
        var goalSetting = _services.GetRequiredService<GoalSetting>();

        var openingStage = new OpeningStage(goalSetting, _services.GetRequiredService<Planning>(), _screen);
        var opening = await _screen.RunAsync("bq.stage.opening", p => openingStage.RunAsync(_call, _profile, atOpening, p, cancellation));
        openingStage.Tell(opening);

        var replayStage = new ReplayStage(goalSetting, _services.GetRequiredService<Monitoring>(), facts, _clock, _screen);
        var replay = await _screen.RunAsync("bq.stage.replay", p => replayStage.RunAsync(_call, _profile, _documents.Target.Targets[0].Measure, _decisions, p, cancellation));
        replayStage.Tell(replay);

        _clock.TurnTo(_profile.ClosedOn);
        var closingStage = new ClosingStage(
            _services.GetRequiredService<Evaluating>(),
            _services.GetRequiredService<Pay>(),
            _services.GetRequiredService<Assessments>(),
            _services.GetRequiredService<Rewards>(),
            _screen);
        var atClosing = ReplayStage.KnownAt(deliveries, _profile, _profile.ClosedOn);
        var closing = await _screen.RunAsync(
            "bq.stage.closing", p => closingStage.RunAsync(_call, _profile, stages, replay.Checkpoints, atClosing, p, cancellation));
        closingStage.Tell(closing);
        foreach (var reason in stages.Skipped)
        {
            _screen.Line("  " + _screen.Say(reason));
        }

        var book = await ReadFactsAsync(cancellation);
        var names = await _services.GetRequiredService<IPeopleDirectory>().NamesAsync(_call, FactKind.Agent, cancellation);
        var goals = await _services.GetRequiredService<IRepository<Goal>>().ListAsync(_call, _profile.Quarter.ToString(), cancellation);
        return new()
        {
            Profile = _profile,
            Branch = _documents.Target.Branch,
            Measure = _documents.Target.Targets[0].Measure,
            Readings = _services.GetRequiredService<IKpiEngine>().Open(book, _documents.All.First(d => d.Kind == DocumentKinds.Kpis), Calendars.Default with { Work = _profile.Calendar }),
            Names = new Names(names),
            Opening = opening,
            GoalsAtEnd = [.. goals.Select(g => g.Value)],
            Checkpoints = replay.Checkpoints,
            Closing = closing.Closing,
            Statements = closing.Pay?.Statements ?? [],
            Differences = closing.Pay?.Differences ?? [],
            Ranks = closing.Ranks,
            Titles = closing.Titles,
            Offers = closing.Offers,
            Skipped = [.. stages.Skipped.Select(_screen.Say)],
        };
    }

    private async Task<FactBook> ReadFactsAsync(CancellationToken cancellation)
    {
        await _services.GetRequiredService<ActivityDatabase>().CreateOrUpgradeAsync(cancellation);
        return await _services.GetRequiredService<IFactStore>().ReadAsync(_call, null, cancellation);
    }

    // Nothing was stored; what is wrong stands in rejects.csv, the first problems on the screen.
    private int Refuse(ImportResult import)
    {
        // A missing file or column comes first: most of the other problems may follow from it.
        var problems = import.Rejects.Where(r => !r.IsTolerated).OrderBy(r => r.Code is RejectCodes.MissingFile or RejectCodes.MissingColumn ? 0 : 1).ToArray();
        foreach (var problem in problems.Take(20))
        {
            _screen.Line($"{problem.Place.File}({problem.Place.Line}){(problem.Place.Column is { } column ? $" {column}" : "")}: {_screen.Say(problem.Reason)}");
        }

        Directory.CreateDirectory(_options.Out);
        var rejects = Path.Combine(_options.Out, "rejects.csv");
        RejectsFile.Write(rejects, import.Rejects, _screen.Texts, _screen.Culture);
        _screen.Line(_screen.Say("bq.refused", ("problems", problems.Length), ("file", rejects)));
        _screen.Line(_screen.Word("bq.nothing-stored"));
        return 1;
    }

    private static ServiceProvider Services(RunOptions options, IWorkCalendar calendar, IReadOnlyList<ITextSource> names, TimeProvider time) =>
        new ServiceCollection()
            .AddSingleton(time) // the audit trail tells the replay's times
            .AddActivityManagement(activity =>
            {
                foreach (var source in names)
                {
                    activity.AddTexts(source);
                }

                activity
                    .UseAccess(AccessPolicies.CheckedByHost) // whoever may run the program may do what it does
                    .AddTexts(HostTexts.Source)
                    .UseSqlite($"Data Source={options.Database}")
                    .UseWorkCalendar(calendar)
                    .AddKpi()
                    .AddIncentives()
                    .AddImport();
            })
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
}
