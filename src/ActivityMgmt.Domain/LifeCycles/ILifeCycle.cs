namespace ActivityMgmt.Domain;

/// <summary>A life cycle, whatever its states: what it takes to draw it. <see cref="LifeCycle{TState}"/> is the implementation.</summary>
public interface ILifeCycle
{
    /// <summary>What lives it, in lower case, such as <c>goal</c>.</summary>
    string Name { get; }

    /// <summary>The life cycle as a Mermaid <c>stateDiagram-v2</c>, the steps in the order in which they are listed; lines end with a line feed.</summary>
    string ToMermaid();
}
