using CsCheck;

namespace ActivityMgmt.Incentives.Tests.Statements;

public class LineageTests
{
    // Dates around two quarters, so that premium counts before, in and after the quarter that is paid.
    private static readonly Gen<LocalDate> Dates = Gen.Int[0, 240].Select(d => new LocalDate(2026, 2, 1).PlusDays(d));

    private static readonly Gen<PolicyEventKind> Kinds = OneOf(
        PolicyEventKind.CallbackPassed, PolicyEventKind.CallbackPassed, PolicyEventKind.CallbackFailed, PolicyEventKind.ReceiptReturned,
        PolicyEventKind.CancelledInCoolingOff, PolicyEventKind.Lapsed, PolicyEventKind.Reinstated, PolicyEventKind.Surrendered, PolicyEventKind.ClaimEnded);

    private static readonly Gen<Fact[]> PolicyFacts = Gen.Select(
        Gen.Int[1, 99], Dates, OneOf("WL20", "WL20", "CI20", "NEW9"), Gen.Int[1_000, 9_000],
        Gen.Select(Dates, Gen.Int[1, 2]).Array[0, 2], Gen.Select(Kinds, Dates).Array[0, 4], OneOf("E1", "E1", "E1", "E2"),
        (id, submitted, product, premium, premiums, events, agent) => (Fact[])
        [
            Some.Policy($"P{id}", agent, product, submitted: Iso(submitted), premium: premium, issued: id % 7 == 0 ? null : Iso(submitted.PlusDays(3)), effective: id % 7 == 0 ? null : Iso(submitted.PlusDays(4))),
            .. premiums.Select((p, i) => Some.Premium($"R{id}-{i}", $"P{id}", premium + i, Iso(p.Item1), p.Item2)),
            .. events.Select((e, i) => Some.Event(e.Item1, Iso(e.Item2), $"P{id}", $"V{id}-{i}", sequence: i)),
        ]);

    private static readonly Gen<Fact[]> People = Gen.Select(
        OneOf("2024-01-01", "2026-03-01"), OneOf<string?>(null, "2026-07-20", "2027-01-01"), OneOf<string?>(null, "2026-06-15", "2026-08-10"), OneOf("A1", "A2", "S1"), OneOf("A1", "S1"),
        (from, until, renewed, first, second) => (Fact[])
        [
            Some.AgentFact(), Some.AgentFact("E2"), Some.Licence("L1", from: from, until: until), Some.Licence("L3", "E2"),
            .. renewed is null ? Array.Empty<Fact>() : [Some.Licence("L2", from: renewed)],
            Some.Assignment("A1", rank: first, until: "2026-06-30"), Some.Assignment("A2", rank: second, from: "2026-07-01"), Some.Assignment("A3", "E2"),
        ]);

    private static readonly Gen<FactBook> Books = Gen.Select(People, PolicyFacts.Array[1, 5], (people, policies) => FactBook.Of(people.Concat(policies.SelectMany(p => p))));

    public static TheoryData<string> Plan => new("net-in-current", "recompute-origin");

    [Theory]
    [MemberData(nameof(Plan))]
    public void A_fact_that_no_line_names_changes_no_line_and_one_that_a_line_names_changes_it(string corrections) =>
        Books.Sample(
            book =>
            {
                var statement = Pay(book, corrections);
                foreach (var fact in book.All)
                {
                    var without = Pay(book.Without(fact.Key), corrections).Lines.ToDictionary(l => l.Id);
                    foreach (var line in statement.Lines)
                    {
                        var isNamed = line.Evidence.Facts.Contains(fact.Reference);
                        var isSame = line.Equals(without.GetValueOrDefault(line.Id));
                        Assert.True(isNamed != isSame, $"{line.Id} {(isNamed ? "names" : "doesn't name")} {fact.Reference}, and without it is {(isSame ? "the same" : "another")}:\n{Shown(line)}\n{Shown(without.GetValueOrDefault(line.Id))}");
                    }
                }
            },
            iter: 80);

    // Stronger than the above for lines of commission and clawback: what they name shows in what they say, not only in the list of facts.
    [Fact]
    public void Every_fact_that_a_commission_line_names_shows_in_its_figure_or_its_trace() =>
        Books.Sample(
            book =>
            {
                var statement = Pay(book, "net-in-current");
                foreach (var line in statement.Lines.Where(l => l.Component == "commission"))
                {
                    foreach (var fact in line.Evidence.Facts)
                    {
                        var other = Pay(book.Without(fact.Key), "net-in-current").Lines.FirstOrDefault(l => l.Id == line.Id);
                        Assert.False(
                            other is not null && other.Outcome == line.Outcome && other.Amount == line.Amount && other.Reason.Equals(line.Reason) && other.Trace.SequenceEqual(line.Trace),
                            $"{line.Id} says the same without {fact}:\n{Shown(line)}");
                    }
                }
            },
            iter: 50);

    [Fact]
    public void The_earned_lines_sum_to_the_total() =>
        Books.Sample(
            book =>
            {
                var statement = Pay(book, "net-in-current");
                Assert.Equal(statement.Lines.Where(l => l.Outcome == LineOutcome.Earned).Sum(l => l.Amount!.Value.Amount), statement.Total.Amount);
            },
            iter: 50);

    [Fact]
    public void The_order_of_arrival_does_not_matter() =>
        Gen.Select(Books, Gen.Int[0, 1_000]).Sample(
            t =>
            {
                var (book, seed) = t;
                var shuffled = FactBook.Of(book.All.OrderBy(f => (f.Key.ToString().Sum(c => c) * 31 * (seed + 1)) % 97));
                Assert.Equal(StatementJson.Write(Pay(book, "net-in-current")), StatementJson.Write(Pay(shuffled, "net-in-current")));
            },
            iter: 30);

    [Fact]
    public void More_is_taken_back_than_was_counted_never() =>
        Books.Sample(
            book =>
            {
                var quarters = new[] { new Quarter(2026, 1), new Quarter(2026, 2), Some.Q3 };
                var net = quarters.SelectMany(q => Pay(book, "net-in-current", q).Lines)
                    .Where(l => l.Outcome == LineOutcome.Earned && l.Component != "bonus")
                    .GroupBy(l => l.Id.Split('/')[1])
                    .Select(g => g.Sum(l => l.Amount!.Value.Amount));
                Assert.All(net, n => Assert.True(n >= 0m));
            },
            iter: 50);

    [Fact]
    public void A_statement_is_read_back_as_it_was_written() =>
        Books.Sample(
            book =>
            {
                var json = StatementJson.Write(Pay(book, "net-in-current"));
                Assert.Equal(json, StatementJson.Write(StatementJson.Read(json)));
            },
            iter: 30);

    private static Statement Pay(FactBook book, string corrections, Quarter? period = null)
    {
        var whole = Plans.Whole();
        var document = whole with { Text = whole.Text.Replace("\"corrections\": \"net-in-current\", \"rate\"", $"\"corrections\": \"{corrections}\", \"rate\"", StringComparison.Ordinal) };
        return TestReadings.Over(book).Pay(document, period);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    private static string Shown(StatementLine? line) => line is null
        ? "no line"
        : $"{line.Outcome} {line.Amount} {line.Reason}\n  {string.Join("\n  ", line.Trace)}\n  {string.Join(", ", line.Evidence.Facts)}";
}
