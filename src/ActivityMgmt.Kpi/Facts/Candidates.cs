namespace ActivityMgmt.Kpi;

/// <summary>What a selection finds in a whole book, for all cuts of it.</summary>
internal sealed class Candidates
{
    /// <summary>Divides candidates into those that are the same in every cut and those that aren't.</summary>
    /// <param name="found">In canonical order.</param>
    public Candidates(IEnumerable<Candidate> found)
    {
        var (settled, open) = (new List<SelectedFact>(), new List<Candidate>());
        foreach (var candidate in found)
        {
            if (candidate.IsSettled)
            {
                settled.AddRange(candidate.Now);
            }
            else
            {
                open.Add(candidate);
            }
        }

        (Settled, Open) = (new(settled), [.. open]);
    }

    /// <summary>What counts in every cut that reaches the day of the fact, and in the same way: sorted and grouped once.</summary>
    public FactsBySubject Settled { get; }

    /// <summary>The others, in canonical order: each cut finds out how they do in it.</summary>
    public Candidate[] Open { get; }
}
