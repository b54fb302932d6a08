namespace ActivityMgmt.Domain;

/// <summary>A step of a life cycle.</summary>
/// <typeparam name="TState">The states.</typeparam>
/// <param name="From">The state it leaves.</param>
/// <param name="Step">What happens, in lower case, such as <c>agree</c>.</param>
/// <param name="To">The state it leads to.</param>
public sealed record Transition<TState>(TState From, string Step, TState To)
    where TState : struct, Enum;
