namespace ActivityMgmt.Kpi;

/// <summary>Which facts a measure looks at. One object per measure; its result is computed once per book.</summary>
internal interface ISelection
{
    /// <summary>The facts that may count.</summary>
    IEnumerable<Fact> Candidates(FactBook book);

    /// <summary>How a candidate counts, with some facts left out: once, or once for each seller who shares it; empty when it doesn't.</summary>
    IReadOnlyList<SelectedFact> Select(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without);

    /// <summary>The facts whose absence, beside those left out already, could make a candidate count or count elsewhere.</summary>
    IEnumerable<Fact> Deciders(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without);
}
