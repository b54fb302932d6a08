namespace ActivityMgmt.Benchmarks;

/// <summary>Invents a branch: so many agents, each with the same number of facts over two quarters of history and the quarter itself.</summary>
/// <remarks>
/// The same numbers give the same facts on every machine. Each agent draws from a sequence of their own, so the first 250 agents of 8,000 are the 250 of the small run.
/// Teams have 15 members. Every tenth agent joined within the last year; every fiftieth leaves, and every fiftieth moves to another team, in the middle of the quarter.
/// </remarks>
internal sealed class BranchFacts(int agents, int factsPerAgent)
{
    public static readonly Quarter Quarter = new(2026, 3);

    private const int TeamSize = 15;

    private static readonly DateInterval Span = new(FiscalCalendars.Gregorian.IntervalOf(Quarter.Previous.Previous).Start, FiscalCalendars.Gregorian.IntervalOf(Quarter).End);
    private static readonly LocalDate[] Days = [.. Span.Where(WorkCalendars.China.IsWorkingDay)];
    private static readonly Instant Midnight = Instant.FromUtc(2026, 1, 1, 2, 0);

    public IEnumerable<Fact> All()
    {
        for (var month = Span.Start.PlusMonths(-6); month <= Span.End; month = month.PlusMonths(1))
        {
            var end = DateAdjusters.EndOfMonth(month);
            yield return new MarketFact { Origin = Row($"M{end:uuuuMM}"), Date = end, Market = "BINJIANG", Indicator = "new-business-premium", Value = 80_000_000m + (month.Month * 250_000m) };
        }

        for (var agent = 0; agent < agents; agent++)
        {
            var count = 0;
            foreach (var fact in new AgentYear(agent, agents).Facts())
            {
                // What a bigger agent would have beyond the number is left out; the order in which facts are made puts master data and sales first.
                if (count++ == factsPerAgent)
                {
                    break;
                }

                yield return fact;
            }
        }
    }

    private static FactOrigin Row(string id) => new("crm", id);

    private sealed class AgentYear(int number, int agents)
    {
        private readonly Random _random = new((number * 7919) + 17);
        private readonly AgentId _agent = new($"E{number:D5}");
        private readonly double _level = 0.7 + (number * 37 % 60 / 100.0);
        private int _last;

        public IEnumerable<Fact> Facts() => Master().Concat(Customers()).Concat(OldPolicies()).Concat(Sales()).Concat(Learning()).Concat(Calls());

        private IEnumerable<Fact> Master()
        {
            var joined = number % 10 == 3 ? new LocalDate(2025, 9, 1).PlusDays(number % 250) : new LocalDate(2021, 1, 4).PlusDays(number % 900);
            var (leaves, moves) = (number % 50 == 7 ? new LocalDate(2026, 8, 14) : (LocalDate?)null, number % 50 == 11);
            var moveOn = new LocalDate(2026, 8, 17);
            yield return new AgentFact { Origin = New(), Date = joined, Agent = _agent, LeftOn = leaves };
            yield return new LicenceFact { Origin = New(), Date = joined, Agent = _agent };
            yield return new AssignmentFact
            {
                Origin = New(), Date = joined, Agent = _agent, Team = TeamOf(number), Rank = number % TeamSize == 0 ? "M1" : number % 3 == 0 ? "A2" : "A1",
                IsLeader = number % TeamSize == 0, Until = moves ? moveOn.PlusDays(-1) : leaves,
            };
            if (moves)
            {
                yield return new AssignmentFact { Origin = New(), Date = moveOn, Agent = _agent, Team = TeamOf((number + TeamSize) % agents), Rank = "A1" };
            }
        }

        private IEnumerable<Fact> Customers() => Enumerable.Range(0, 20).Select(i => new CustomerFact
        {
            Origin = New(), Date = Days[i], Customer = Customer(i), Owner = _agent, TimeZone = "Asia/Shanghai",
        });

        // Sold a year ago, so that persistency has a cohort.
        private IEnumerable<Fact> OldPolicies()
        {
            for (var i = 0; i < 4; i++)
            {
                var (policy, sold) = (new PolicyId($"P{number:D5}-old{i}"), new LocalDate(2025, 1, 20).PlusDays(_random.Next(0, 180)));
                yield return Policy(policy, sold, i, 6_000m);
                yield return Premium(policy, sold.PlusDays(2), 1, 6_000m);
                if (_random.NextDouble() < 0.9)
                {
                    yield return Premium(policy, sold.PlusDays(3).PlusYears(1).PlusDays(_random.Next(0, 55)), 2, 6_000m);
                }
            }
        }

        private IEnumerable<Fact> Sales()
        {
            for (var day = 0; day < Days.Length; day++)
            {
                for (var attempt = 0; attempt < 2; attempt++)
                {
                    var customer = _random.Next(0, 20);
                    if (_random.NextDouble() >= 0.27 * _level)
                    {
                        continue;
                    }

                    yield return Activity(day, "appointment", customer);
                    string[] steps = ["interview", "proposal"];
                    var (later, chances) = (day, new[] { 0.7, 0.5, 0.35 });
                    foreach (var (step, chance) in steps.Zip(chances))
                    {
                        later += _random.Next(1, 4);
                        if (_random.NextDouble() >= chance || later >= Days.Length)
                        {
                            later = Days.Length;
                            break;
                        }

                        yield return Activity(later, step, customer);
                    }

                    if (later < Days.Length && _random.NextDouble() < chances[2])
                    {
                        foreach (var fact in Sold(new($"P{number:D5}-{day}-{attempt}"), Days[later], customer))
                        {
                            yield return fact;
                        }
                    }
                }
            }
        }

        private IEnumerable<Fact> Sold(PolicyId policy, LocalDate on, int customer)
        {
            var premium = 1_000m * _random.Next(4, 25);
            yield return Policy(policy, on, customer, premium);
            yield return Premium(policy, on.PlusDays(2), 1, premium);
            yield return Event(policy, on.PlusDays(5), PolicyEventKind.ReceiptReturned);
            if (_random.NextDouble() >= 0.04)
            {
                yield return Event(policy, on.PlusDays(8), PolicyEventKind.CallbackPassed);
                yield break;
            }

            yield return Event(policy, on.PlusDays(9), PolicyEventKind.CancelledInCoolingOff);
            yield return Premium(policy, on.PlusDays(10), 1, premium, PremiumKind.Refunded);
        }

        private IEnumerable<Fact> Learning()
        {
            for (var i = 0; i < 6; i++)
            {
                yield return new TrainingFact { Origin = New(), Date = AnyDay(), Agent = _agent, Course = $"K{i}", Topic = i % 2 == 0 ? "law" : "product", Hours = 1.5m, Passed = true };
                yield return new FeedbackFact { Origin = New(), Date = AnyDay(), Agent = _agent, Feedback = FeedbackKind.Survey, Score = _random.Next(6, 11), Customer = Customer(i) };
            }
        }

        // Fills up to whatever number is asked for.
        private IEnumerable<Fact> Calls()
        {
            while (true)
            {
                yield return Activity(_random.Next(0, Days.Length), "call", _random.Next(0, 20));
            }
        }

        private ActivityFact Activity(int day, string activity, int customer) => new()
        {
            Origin = New(), Date = Days[day], Agent = _agent, Activity = activity, Channel = activity == "interview" ? "face-to-face" : "phone",
            Outcome = activity == "call" && _last % 3 == 0 ? "no-success" : "success", Customer = Customer(customer), Minutes = 30,
            StartedAt = Midnight + Duration.FromDays((Days[day] - new LocalDate(2026, 1, 1)).Days) + Duration.FromMinutes(_random.Next(0, 480)),
        };

        private PolicyFact Policy(PolicyId policy, LocalDate on, int customer, decimal premium) => new()
        {
            Origin = New(), Date = on, Policy = policy, Agent = _agent, Customer = Customer(customer), Product = customer % 2 == 0 ? "WL20" : "AN05", PaymentYears = 20,
            AnnualPremium = Money.Of(premium, "CNY"), IssuedOn = on.PlusDays(2), EffectiveOn = on.PlusDays(3),
        };

        private PremiumFact Premium(PolicyId policy, LocalDate on, int year, decimal amount, PremiumKind kind = PremiumKind.Collected) =>
            new() { Origin = New(), Date = on, Policy = policy, Premium = kind, PolicyYear = year, Amount = Money.Of(amount, "CNY") };

        private PolicyEventFact Event(PolicyId policy, LocalDate on, PolicyEventKind kind) => new() { Origin = New(), Date = on, Policy = policy, Event = kind };

        private CustomerId Customer(int index) => new($"C{number:D5}-{index}");

        private LocalDate AnyDay() => Days[_random.Next(0, Days.Length)];

        private FactOrigin New() => Row($"{number:D5}-{++_last:D5}");

        private static TeamId TeamOf(int agent) => new($"T{agent / TeamSize:D4}");
    }
}
