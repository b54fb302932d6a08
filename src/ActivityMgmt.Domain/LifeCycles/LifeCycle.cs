using System.Text;

namespace ActivityMgmt.Domain;

/// <summary>Which steps lead from which state to which: a life cycle as data. What it does not list is refused.</summary>
/// <remarks>
/// The same list decides, draws the diagram of the docs and drives the tests, so the three can't differ. Immutable and safe for concurrent use.
/// Each life cycle of a package is a property of a static class such as <see cref="LifeCycles"/>.
/// </remarks>
/// <typeparam name="TState">The states, an enumeration.</typeparam>
public sealed class LifeCycle<TState> : ILifeCycle
    where TState : struct, Enum
{
    private readonly HashSet<(TState From, TState To)> _allowed;

    /// <summary>Describes a life cycle.</summary>
    /// <param name="name">What lives it, in lower case, such as <c>goal</c>.</param>
    /// <param name="starts">The states in which it may begin; at least one.</param>
    /// <param name="transitions">Every step there is; a step that leaves the state as it is may be listed, too.</param>
    /// <exception cref="ArgumentException">There is no start; a step is listed twice from one state; or a state can't be reached from any start.</exception>
    public LifeCycle(string name, IReadOnlyList<TState> starts, params IReadOnlyList<Transition<TState>> transitions)
    {
        Name = Guard.Against.NullOrEmpty(name);
        Starts = [.. Guard.Against.NullOrEmpty(starts)];
        Transitions = [.. Guard.Against.Null(transitions)];
        _allowed = [.. Transitions.Select(t => (t.From, t.To))];
        if (Transitions.GroupBy(t => (t.From, t.Step)).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The step '{twice.Key.Step}' from {twice.Key.From} is listed twice.", nameof(transitions));
        }

        if (States.Except(ReachableFrom(Starts)).Select(s => (TState?)s).FirstOrDefault() is { } lost)
        {
            throw new ArgumentException($"Nothing leads to {lost}.", nameof(transitions));
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The states in which it may begin.</summary>
    public IReadOnlyList<TState> Starts { get; }

    /// <summary>Every step there is, in the order in which they were listed.</summary>
    public IReadOnlyList<Transition<TState>> Transitions { get; }

    /// <summary>Every state that it mentions, in the order of the enumeration.</summary>
    public IReadOnlyList<TState> States => [.. Starts.Concat(Transitions.SelectMany(t => (TState[])[t.From, t.To])).Distinct().Order()];

    /// <summary>The states that no step leaves for another one, in the order of the enumeration.</summary>
    public IReadOnlyList<TState> Ends => [.. States.Where(IsEnd)];

    /// <summary>Whether a step leads from a state to another one. Staying is allowed only where it is listed.</summary>
    public bool Allows(TState from, TState to) => _allowed.Contains((from, to));

    /// <summary>The step of a name from a state; <see langword="null"/> when it isn't listed.</summary>
    public Transition<TState>? Find(TState from, string step) => Transitions.FirstOrDefault(t => t.Step == step && EqualityComparer<TState>.Default.Equals(t.From, from));

    /// <summary>The states that one step leads to, in the order of the enumeration.</summary>
    public IReadOnlyList<TState> NextOf(TState from) => [.. States.Where(to => Allows(from, to))];

    /// <summary>The states from which one step leads to a state, in the order of the enumeration.</summary>
    public IReadOnlyList<TState> BeforeOf(TState to) => [.. States.Where(from => Allows(from, to))];

    /// <summary>Whether no step leaves a state for another one.</summary>
    public bool IsEnd(TState state) => States.All(to => EqualityComparer<TState>.Default.Equals(to, state) || !Allows(state, to));

    /// <summary>Passes a state on when a step leads to it, and refuses it otherwise.</summary>
    /// <param name="from">The state that holds.</param>
    /// <param name="to">The state that is asked for.</param>
    /// <param name="rule">Makes the rule that is broken, with the values of what lives it.</param>
    /// <returns><paramref name="to"/>.</returns>
    /// <exception cref="BrokenRuleException">No step leads from the one to the other.</exception>
    public TState Move(TState from, TState to, Func<IBusinessRule> rule) =>
        Allows(from, to) ? to : throw new BrokenRuleException(Guard.Against.Null(rule)());

    /// <inheritdoc/>
    public string ToMermaid()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var start in Starts)
        {
            text.Append("    [*] --> ").Append(start).Append('\n');
        }

        foreach (var (from, step, to) in Transitions)
        {
            text.Append("    ").Append(from).Append(" --> ").Append(to).Append(" : ").Append(step).Append('\n');
        }

        foreach (var end in Ends)
        {
            text.Append("    ").Append(end).Append(" --> [*]\n");
        }

        return text.ToString();
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;

    private HashSet<TState> ReachableFrom(IEnumerable<TState> starts)
    {
        var reached = starts.ToHashSet();
        var next = new Queue<TState>(reached);
        while (next.TryDequeue(out var state))
        {
            foreach (var (_, to) in _allowed.Where(a => EqualityComparer<TState>.Default.Equals(a.From, state) && reached.Add(a.To)))
            {
                next.Enqueue(to);
            }
        }

        return reached;
    }
}
