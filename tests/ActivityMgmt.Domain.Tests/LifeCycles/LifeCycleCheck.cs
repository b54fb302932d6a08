namespace ActivityMgmt.Domain.Tests;

/// <summary>Proves that something lives by its life cycle: it takes every step that is listed and refuses every other one, with rule and values.</summary>
internal static class LifeCycleCheck
{
    /// <summary>Takes every step from every state.</summary>
    /// <param name="cycle">The life cycle.</param>
    /// <param name="inState">Something in a state.</param>
    /// <param name="stateOf">The state of it.</param>
    /// <param name="steps">The calls by the name of the step; exactly those that the life cycle lists.</param>
    /// <typeparam name="TState">The states.</typeparam>
    /// <typeparam name="T">What lives it.</typeparam>
    /// <returns>The rules that refused, by step and state, so that a test can look at their values.</returns>
    public static IReadOnlyDictionary<(string Step, TState From), IBusinessRule> Run<TState, T>(
        LifeCycle<TState> cycle, Func<TState, T> inState, Func<T, TState> stateOf, IReadOnlyDictionary<string, Func<T, T>> steps)
        where TState : struct, Enum
    {
        Assert.Equal(cycle.Transitions.Select(t => t.Step).Distinct().Order(), steps.Keys.Order());
        var refusals = new Dictionary<(string, TState), IBusinessRule>();
        foreach (var (step, take) in steps)
        {
            foreach (var state in Enum.GetValues<TState>())
            {
                var before = inState(state);
                if (cycle.Find(state, step) is { } listed)
                {
                    Assert.Equal(listed.To, stateOf(take(before)));
                }
                else
                {
                    refusals[(step, state)] = Assert.Throws<BrokenRuleException>(() => take(before)).Rule;
                }

                Assert.Equal(state, stateOf(before));
            }
        }

        return refusals;
    }
}
