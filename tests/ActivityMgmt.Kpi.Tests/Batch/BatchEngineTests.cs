using CsCheck;

namespace ActivityMgmt.Kpi.Tests;

/// <summary>The batch engine against loops that do the same naively, over random rows, figures and periods.</summary>
public class BatchEngineTests
{
    private const int Sorts = 4;

    private static readonly Gen<RowCondition> Conditions = Gen.Recursive<RowCondition>((depth, inner) => Gen.Int[0, depth > 1 ? 3 : 5].SelectMany(kind => kind switch
    {
        0 => Gen.Bool.Array[Sorts].Select(RowCondition (yes) => new RowCondition.OfSorts(yes)),
        1 => Gen.Const(RowCondition.Always),
        2 => Gen.Select(Gen.Int[0, 1], Gen.Bool.Array[0, 6]).Select(RowCondition (column, yes) => new RowCondition.Test(new RowTest.Code(column, [false, .. yes]))),
        3 => Gen.Select(Gen.Int[0, 1], Gen.Int[-20, 20], Gen.Int[0, 20], Gen.Bool)
            .Select(RowCondition (column, from, length, inside) => new RowCondition.Test(new RowTest.Number(column, from, from + length, inside))),
        4 => Gen.Select(inner, inner).Select(RowCondition (left, right) => new RowCondition.Both(left, right)),
        _ => Gen.Select(inner, inner).Select(RowCondition (left, right) => new RowCondition.Either(left, right)),
    }));

    private static readonly Gen<RowAggregate> Aggregates = Gen.Select(Gen.Int[0, 5], Conditions, Gen.Int[0, 1], Gen.Int[1, 3]).Select(RowAggregate (kind, where, column, atLeast) => kind switch
    {
        0 => new RowAggregate.Count(where),
        1 => new RowAggregate.Coded(where, column),
        2 => new RowAggregate.Distinct(where, column),
        3 => new RowAggregate.Days(where, atLeast),
        4 => new RowAggregate.Numbered(where, column),
        _ => new RowAggregate.Sum(where, column),
    });

    private static readonly Gen<(int, int)[]> Periods = Gen.Select(Gen.Int[95, 150], Gen.Int[0, 40]).Select((from, days) => (from, from + days)).Array[1, 12];

    private static readonly Gen<Row[]> Rows = Gen.Select(
        Gen.Select(Gen.Int[0, 40], Gen.Int[90, 200], Gen.Int[0, Sorts - 1]),
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 3]),
        Gen.Select(Gen.Int[-20, 20], Gen.Int[-19, 20]),
        (place, codes, numbers) => new Row(place.Item1, place.Item2, (byte)place.Item3, [codes.Item1, codes.Item2], [NumberOf(numbers.Item1), NumberOf(numbers.Item2)])).Array[0, 400];

    [Fact]
    public void Says_what_a_naive_loop_says() =>
        Gen.Select(Aggregates.Array[1, 6].Select(a => a.Distinct().ToArray()), Periods, Rows, Gen.Int[1, 3], Gen.Bool).Sample(
            (aggregates, periods, rows, workers, ordered) =>
            {
                rows = ordered ? [.. rows.OrderBy(r => r.Group)] : rows;
                var figures = Run(aggregates, periods, rows, workers, ordered);
                for (var a = 0; a < aggregates.Length; a++)
                {
                    for (var group = 0; group <= 40; group++)
                    {
                        for (var period = 0; period < periods.Length; period++)
                        {
                            var expected = Naive(aggregates[a], rows.Where(r => r.Group == group && r.Day >= periods[period].Item1 && r.Day <= periods[period].Item2));
                            if (figures[a, group, period] != expected)
                            {
                                throw new InvalidOperationException($"{aggregates[a]}, group {group}, period {periods[period]}: {figures[a, group, period]} instead of {expected}.");
                            }
                        }
                    }
                }
            },
            iter: 500);

    [Fact]
    public void More_conditions_than_fit_are_refused_by_number()
    {
        RowAggregate[] aggregates = [.. Enumerable.Range(0, 13).Select(i => new RowAggregate.Count(new RowCondition.Test(new RowTest.Number(0, i, i))))];

        Assert.Contains("13 tests", Assert.Throws<NotSupportedException>(() => new RowProgram(aggregates, Sorts)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Running_again_into_the_same_figures_forgets_the_rows_before()
    {
        RowAggregate[] aggregates =
        [
            new RowAggregate.Count(RowCondition.Always), new RowAggregate.Distinct(RowCondition.Always, 0), new RowAggregate.Days(RowCondition.Always, 1),
            new RowAggregate.Sum(RowCondition.Always, 0), new RowAggregate.Numbered(RowCondition.Always, 0),
        ];
        var engine = new BatchEngine(new RowProgram(aggregates, Sorts), new PeriodPlan([(100, 130)]), 2);
        var figures = new BatchFigures(aggregates, 1);
        engine.Run(Columns([new(0, 110, 0, [7, 0], [5, 1]), new(0, 111, 0, [8, 0], [9, 1])], false), figures);
        Assert.Equal([2, 2, 2, 14, 2], Enumerable.Range(0, 5).Select(a => figures[a, 0, 0]));

        engine.Run(Columns([new(0, 120, 0, [7, 0], [3, 1])], false), figures);

        Assert.Equal([1, 1, 1, 3, 1], Enumerable.Range(0, 5).Select(a => figures[a, 0, 0]));
    }

    [Fact]
    public void A_sum_that_does_not_fit_is_refused_and_the_engine_is_good_for_the_next_run()
    {
        RowAggregate[] aggregates = [new RowAggregate.Sum(RowCondition.Always, 0)];
        var engine = new BatchEngine(new RowProgram(aggregates, Sorts), new PeriodPlan([(100, 130)]), 1);
        var figures = new BatchFigures(aggregates, 1);

        Assert.Throws<OverflowException>(() => engine.Run(Columns([new(0, 110, 0, [0, 0], [long.MaxValue, 0]), new(0, 110, 0, [0, 0], [1, 0])], false), figures));

        engine.Run(Columns([new(0, 110, 0, [0, 0], [4, 0])], false), figures);
        Assert.Equal(4, figures[0, 0, 0]);
    }

    [Fact]
    public void One_group_may_have_most_of_the_rows()
    {
        RowAggregate[] aggregates = [new RowAggregate.Distinct(RowCondition.Always, 0), new RowAggregate.Count(RowCondition.Always)];
        var rows = Enumerable.Range(0, 300_000).Select(i => new Row(i % 10 == 0 ? i % 1_000 : 5, 100 + (i % 31), 0, [1 + (i % 70_000), 0], [0, 0])).ToArray();

        var figures = Run(aggregates, [(100, 130)], rows, 2, false);

        Assert.Equal(Naive(aggregates[0], rows.Where(r => r.Group == 5)), figures[0, 5, 0]);
        Assert.Equal(Naive(aggregates[1], rows.Where(r => r.Group == 5)), figures[1, 5, 0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Running_again_asks_for_hardly_any_memory_even_when_one_group_has_most_of_the_rows(bool ordered)
    {
        RowAggregate[] aggregates = [new RowAggregate.Distinct(RowCondition.Always, 0), new RowAggregate.Sum(RowCondition.Always, 0)];
        var rows = Enumerable.Range(0, 200_000).Select(i => new Row(i % 3 == 0 ? i % 1_000 : 5, 100 + (i % 31), 0, [1 + (i % 70_000), 0], [1, 0])).ToArray();
        var columns = Columns(ordered ? [.. rows.OrderBy(r => r.Group)] : rows, ordered);
        var (engine, figures) = (new BatchEngine(new RowProgram(aggregates, Sorts), new PeriodPlan([(100, 130)]), 1), new BatchFigures(aggregates, 1));
        engine.Run(columns, figures);
        var before = GC.GetAllocatedBytesForCurrentThread();

        engine.Run(columns, figures);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_096);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Distinct_figures_take_up_to_64_pieces_of_days(int days, bool fits)
    {
        (int, int)[] periods = [.. Enumerable.Range(100, days).Select(d => (d, d)), (100, 99 + days)];
        RowAggregate[] aggregates = [new RowAggregate.Distinct(RowCondition.Always, 0), new RowAggregate.Days(RowCondition.Always, 1)];
        Row[] rows = [new(0, 100, 0, [3, 0], [0, 0]), new(0, 163, 0, [3, 0], [0, 0])];

        if (!fits)
        {
            Assert.Contains("65 pieces", Assert.Throws<NotSupportedException>(() => Run(aggregates, periods, rows, 1, false)).Message, StringComparison.Ordinal);
            return;
        }

        var figures = Run(aggregates, periods, rows, 1, false);
        Assert.Equal([1, 0, 1, 1], [figures[0, 0, 0], figures[0, 0, 1], figures[0, 0, 63], figures[0, 0, 64]]);
        Assert.Equal([1, 0, 1, 2], [figures[1, 0, 0], figures[1, 0, 1], figures[1, 0, 63], figures[1, 0, 64]]);
    }

    private static BatchFigures Run(RowAggregate[] aggregates, (int, int)[] periods, Row[] rows, int workers, bool ordered)
    {
        var figures = new BatchFigures(aggregates, periods.Length);
        new BatchEngine(new RowProgram(aggregates, Sorts), new PeriodPlan(periods), workers).Run(Columns(rows, ordered), figures);
        return figures;
    }

    private static FactRows Columns(Row[] rows, bool ordered) => new()
    {
        Count = rows.Length,
        Groups = [.. rows.Select(r => r.Group)],
        GroupCount = 1_000,
        Days = [.. rows.Select(r => r.Day)],
        Sorts = [.. rows.Select(r => r.Sort)],
        SortCount = Sorts,
        Codes = [.. Enumerable.Range(0, 2).Select(c => rows.Select(r => r.Codes[c]).ToArray())],
        Numbers = [.. Enumerable.Range(0, 2).Select(c => rows.Select(r => r.Numbers[c]).ToArray())],
        AreInOrderOfGroups = ordered,
    };

    private static long Naive(RowAggregate aggregate, IEnumerable<Row> all)
    {
        var rows = all.Where(r => Holds(aggregate.Where, r)).ToArray();
        long[] Numbers(int column) => [.. rows.Select(r => r.Numbers[column]).Where(n => n != FactRows.None)];
        return aggregate switch
        {
            RowAggregate.Count => rows.Length,
            RowAggregate.Coded c => rows.Count(r => r.Codes[c.Column] != 0),
            RowAggregate.Distinct d => rows.Select(r => r.Codes[d.Column]).Where(c => c != 0).Distinct().Count(),
            RowAggregate.Days d => rows.GroupBy(r => r.Day).Count(g => g.Count() >= d.AtLeast),
            RowAggregate.Numbered n => Numbers(n.Column).Length,
            RowAggregate.Sum s => Numbers(s.Column).Sum(),
            _ => throw new InvalidOperationException(aggregate.ToString()),
        };
    }

    private static bool Holds(RowCondition condition, Row row) => condition switch
    {
        RowCondition.Constant c => c.Value,
        RowCondition.OfSorts s => s.Yes[row.Sort],
        RowCondition.Both b => Holds(b.Left, row) && Holds(b.Right, row),
        RowCondition.Either e => Holds(e.Left, row) || Holds(e.Right, row),
        RowCondition.Test { Of: RowTest.Code c } => row.Codes[c.Column] < c.Yes.Length && c.Yes[row.Codes[c.Column]],
        RowCondition.Test { Of: RowTest.Number n } => row.Numbers[n.Column] != FactRows.None && (row.Numbers[n.Column] >= n.From && row.Numbers[n.Column] <= n.To) == n.Inside,
        _ => throw new InvalidOperationException(condition.ToString()),
    };

    private static long NumberOf(int number) => number == -20 ? FactRows.None : number;

    private sealed record Row(int Group, int Day, byte Sort, int[] Codes, long[] Numbers);
}
