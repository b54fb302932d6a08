namespace ActivityMgmt.Domain;

/// <summary>A part of the organisation and the days for which it counts.</summary>
/// <param name="Subject">The agent, team or branch itself, without what belongs to it; <see langword="null"/>: everybody and everything.</param>
/// <param name="From">The first day, included; <see langword="null"/>: from the beginning.</param>
/// <param name="Until">The last day, included; <see langword="null"/>: without end.</param>
public sealed record AccessStretch(Subject? Subject, LocalDate? From = null, LocalDate? Until = null)
{
    /// <summary>Everybody and everything, always.</summary>
    public static AccessStretch Everything { get; } = new(Subject: null);

    /// <summary>Whether it reaches a subject on at least one day from <paramref name="from"/> to <paramref name="until"/>, both included.</summary>
    public bool Reaches(Subject subject, LocalDate from, LocalDate until) =>
        (Subject is not { } own || own == subject) && !(From > until) && !(Until < from);
}
