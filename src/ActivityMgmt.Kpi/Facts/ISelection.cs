namespace ActivityMgmt.Kpi;

/// <summary>Which facts a measure looks at. One object per measure; its result is computed once per book.</summary>
internal interface ISelection
{
    /// <summary>The facts that count with nothing left out, and those that might if others were or if the book ended earlier, in canonical order.</summary>
    IEnumerable<Candidate> Candidates(FactContexts contexts);

    /// <summary>All facts of the kind that is looked at, counted or not, in canonical order.</summary>
    IReadOnlyList<Fact> Facts(FactContexts contexts);

    /// <summary>How a fact stands with nothing left out: once, or once for each seller who shares it. It counts as <see cref="Select"/> says exactly where nothing keeps it out.</summary>
    IReadOnlyList<Standing> Explain(Fact fact, FactContexts contexts);

    /// <summary>The facts as rows of a batch; null when a batch can't have them.</summary>
    BatchSelection? InBatch(BatchPlan plan) => null;

    /// <summary>How one of the candidates does in another cut of the book.</summary>
    Candidate Judge(Fact candidate, FactContexts contexts);

    /// <summary>How a candidate counts, with some facts left out: once, or once for each seller who shares it; empty when it doesn't.</summary>
    IReadOnlyList<SelectedFact> Select(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without);

    /// <summary>The facts whose absence, beside those left out already, could make a candidate count or count elsewhere.</summary>
    IEnumerable<Fact> Deciders(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without);
}

/// <summary>A fact that may count.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Now">How it counts; empty when it doesn't.</param>
/// <param name="IsDecidedByOthers">Whether the absence of other facts could change that.</param>
/// <param name="KnownFrom">The day from which all that decides about it is known: the latest date of the fact and those of its context that a cut may lose.</param>
internal readonly record struct Candidate(Fact Fact, IReadOnlyList<SelectedFact> Now, bool IsDecidedByOthers, LocalDate KnownFrom)
{
    /// <summary>Whether it counts, or might in some cut of the book.</summary>
    public bool Matters => Now.Count > 0 || IsDecidedByOthers || KnownFrom > Fact.Date;

    /// <summary>Whether it counts on the day of the fact, and all that decides about it is known on that day: so it does in every cut that reaches that day.</summary>
    public bool IsSettled
    {
        get
        {
            if (IsDecidedByOthers || KnownFrom != Fact.Date)
            {
                return false;
            }

            foreach (var counted in Now)
            {
                if (counted.Date != Fact.Date)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Whether it does the same in the book cut after a day. A cut leaves contracts, assignments and roles as they are; and what nothing could replace in the whole book, nothing replaces in a part of it.</summary>
    public bool HoldsOn(LocalDate? lastDay) => lastDay is not { } day || (!IsDecidedByOthers && KnownFrom <= day);
}
