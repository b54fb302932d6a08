namespace ActivityMgmt.Kpi;

/// <summary>Which facts a measure looks at. One object per measure; its result is computed once per book.</summary>
internal interface ISelection
{
    /// <summary>The facts that may count.</summary>
    IEnumerable<Fact> Candidates(FactBook book);

    /// <summary>How a candidate counts, with some facts left out; null when it doesn't.</summary>
    SelectedFact? Select(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without);

    /// <summary>The facts whose absence, beside those left out already, could make a candidate count or count elsewhere.</summary>
    IEnumerable<Fact> Deciders(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without);
}
