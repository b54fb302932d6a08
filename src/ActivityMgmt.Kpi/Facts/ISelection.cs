namespace ActivityMgmt.Kpi;

/// <summary>Which facts a measure looks at. One object per measure; its result is computed once per book.</summary>
internal interface ISelection
{
    /// <summary>How each fact that may count does with nothing left out, in canonical order.</summary>
    Candidate[] Candidates(FactContexts contexts);

    /// <summary>How a candidate counts, with some facts left out; null when it doesn't.</summary>
    SelectedFact? Select(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without);

    /// <summary>The facts whose absence, beside those left out already, could make a candidate count or count elsewhere.</summary>
    IEnumerable<Fact> Deciders(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without);
}

/// <summary>A fact that may count.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Now">How it counts; null when it doesn't.</param>
/// <param name="IsDecidedByOthers">Whether the absence of other facts could change that.</param>
internal readonly record struct Candidate(Fact Fact, SelectedFact? Now, bool IsDecidedByOthers);
