namespace ActivityMgmt.Kpi;

/// <summary>Facts as columns, as one <see cref="KpiBatch"/> needs them: filled once, read by as many runs as you like. Immutable and safe for concurrent use.</summary>
public sealed class FactColumns
{
    private readonly Dictionary<string, int> _subjects;

    private FactColumns(KpiBatch batch, FactBook facts, Dictionary<string, int> subjects, FactRows rows, IReadOnlyList<IReadOnlyList<ExpressionValue>> values, IReadOnlyList<int> decimals)
    {
        (Batch, Facts, _subjects, Rows, Values) = (batch, facts, subjects, rows, values);
        Decimals = decimals;
        Scales = [.. decimals.Select(PowerOfTen)];
        Subjects = [.. subjects.OrderBy(s => s.Value).Select(s => s.Key)];
    }

    /// <summary>The facts that the columns were filled from.</summary>
    public FactBook Facts { get; }

    /// <summary>The ids of the agents or teams that have facts, in order of first appearance; of a batch of the branch one empty id, or none without facts.</summary>
    public IReadOnlyList<string> Subjects { get; }

    /// <summary>How many rows there are: one for each fact, day on which it counts, and seller who shares it.</summary>
    public int Count => Rows.Count;

    internal KpiBatch Batch { get; }

    internal FactRows Rows { get; }

    // What stands behind the codes of each column, from code 1 on.
    internal IReadOnlyList<IReadOnlyList<ExpressionValue>> Values { get; }

    // How many decimals the numbers of each column have.
    internal IReadOnlyList<int> Decimals { get; }

    // What the numbers of each column are multiplied by.
    internal IReadOnlyList<decimal> Scales { get; }

    internal int? IndexOf(string subject) => _subjects.TryGetValue(subject, out var index) ? index : null;

    internal static FactColumns Of(KpiBatch batch, FactBook facts)
    {
        var plan = batch.Plan;
        var contexts = new FactContexts(facts);
        var filled = new Filled(plan);
        foreach (var source in plan.Sources)
        {
            foreach (var fact in contexts.FactsOf(source.Kind))
            {
                foreach (var context in contexts.Of(fact, source.Counting, []))
                {
                    filled.Add(source, context);
                }
            }
        }

        return filled.ToColumns(batch, facts);
    }

    private static decimal PowerOfTen(int power) => Enumerable.Repeat(10m, power).Aggregate(1m, (product, ten) => product * ten);

    private sealed class Filled(BatchPlan plan)
    {
        private readonly Dictionary<string, int> _subjects = new(StringComparer.Ordinal);
        private readonly List<int> _groups = [];
        private readonly List<int> _days = [];
        private readonly List<byte> _sorts = [];
        private readonly List<int>[] _codes = [.. plan.Codes.Select(_ => new List<int>())];
        private readonly Dictionary<ExpressionValue, int>[] _known = [.. plan.Codes.Select(_ => new Dictionary<ExpressionValue, int>())];
        private readonly List<decimal?>[] _numbers = [.. plan.Numbers.Select(_ => new List<decimal?>())];

        public void Add(FactSource source, FactContext context)
        {
            var subject = plan.Subjects switch
            {
                SubjectKind.Agent => context.Agent?.Value,
                SubjectKind.Team => context.Assignment?.Team.Value,
                _ => "",
            };
            if (subject is null)
            {
                return;
            }

            if (!_subjects.TryGetValue(subject, out var group))
            {
                _subjects[subject] = group = _subjects.Count;
            }

            _groups.Add(group);
            _days.Add(FactRows.DayOf(context.Date));
            _sorts.Add(source.SortOf(context));
            for (var i = 0; i < _codes.Length; i++)
            {
                _codes[i].Add(plan.Codes[i].ReadBy.TryGetValue(source.Index, out var read) ? CodeOf(i, read(context)) : 0);
            }

            for (var i = 0; i < _numbers.Length; i++)
            {
                _numbers[i].Add(plan.Numbers[i].ReadBy.TryGetValue(source.Index, out var read) ? read(context) : null);
            }
        }

        public FactColumns ToColumns(KpiBatch batch, FactBook facts)
        {
            var decimals = _numbers.Select(column => column.Select(n => n is { } number ? Scale(number) : 0).Append(0).Max()).ToArray();
            var rows = new FactRows
            {
                Count = _groups.Count,
                Groups = [.. _groups],
                GroupCount = _subjects.Count,
                Days = [.. _days],
                Sorts = [.. _sorts],
                SortCount = plan.Sorts.Count,
                AreInOrderOfGroups = Enumerable.Range(1, Math.Max(_groups.Count - 1, 0)).All(i => _groups[i - 1] <= _groups[i]),
                Codes = [.. _codes.Select(c => c.ToArray())],
                Numbers = [.. _numbers.Select((column, i) => column.Select(n => Scaled(plan.Numbers[i].Name, n, decimals[i])).ToArray())],
            };
            return new(batch, facts, _subjects, rows, [.. _known.Select(k => k.OrderBy(v => v.Value).Select(v => v.Key).ToArray())], decimals);
        }

        private int CodeOf(int column, ExpressionValue value)
        {
            if (value.IsUnknown)
            {
                return 0;
            }

            if (!_known[column].TryGetValue(value, out var code))
            {
                _known[column][value] = code = _known[column].Count + 1;
            }

            return code;
        }

        private static int Scale(decimal number) => Normal(number).Scale;

        // 1.50 and 1.5 are the same number.
        private static decimal Normal(decimal number) => number / 1.0000000000000000000000000000m;

        private static long Scaled(string column, decimal? number, int decimals)
        {
            if (number is not { } exact)
            {
                return FactRows.None;
            }

            exact *= PowerOfTen(decimals);
            return exact > FactRows.None && exact <= long.MaxValue
                ? (long)exact
                : throw new OverflowException($"A number of '{column}' with {decimals} decimals doesn't fit 63 bits; read it without a batch.");
        }
    }
}
