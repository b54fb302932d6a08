using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>Who may see something.</summary>
public enum Audience
{
    /// <summary>The agent it is about, and nobody else.</summary>
    Agent,

    /// <summary>The agent's manager as well.</summary>
    Manager,
}

/// <summary>Something about an agent's records that looks odd. The agent sees it first and can answer; it never blocks and never pays or ranks by itself.</summary>
public sealed record PlausibilityNotice : IAggregate
{
    /// <summary>
    /// What was found and where: the first record, where two records are compared also the second, for copied notes agent, month and digest. The same finding has the same
    /// key whenever it is looked for, however many records it comes to be about.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The month of the first record it is about, such as <c>2026-07</c>.</summary>
    public string Partition => PartitionOf(Date);

    /// <summary>The day of the first record it is about; who may see the agent's activities of that day may see the notice, when its time has come.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Whose records they are.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>What looks odd, with its numbers; information or a warning.</summary>
    /// <exception cref="ArgumentException">It blocks.</exception>
    public required Finding Finding
    {
        get;
        init => field = value.Severity != Severity.Block ? value : throw new ArgumentException("What only looks odd never blocks.", nameof(Finding));
    }

    /// <summary>The records it is about.</summary>
    public required IReadOnlyList<FactReference> Facts { get; init; }

    /// <summary>The day on which it was noticed and shown to the agent: the first time, or again after it was corrected.</summary>
    public required LocalDate NoticedOn { get; init; }

    /// <summary>The day of the review that found it no longer, since the records were corrected; <see langword="null"/> while it stands.</summary>
    public LocalDate? CorrectedOn { get; init; }

    /// <summary>What the agent says to it; <see langword="null"/> before.</summary>
    public PlausibilityAnswer? Answer { get; init; }

    /// <summary>
    /// Who may see it on a day: the agent alone until the days to answer are over, whether or not there is an answer; then the manager, with the answer. What was corrected
    /// within the days to answer stays with the agent for good.
    /// </summary>
    public Audience AudienceOn(LocalDate date, PlausibilityPolicies policies)
    {
        var lastDay = NoticedOn.PlusDays(Guard.Against.Null(policies).AnswerDays);
        return date > lastDay && !(CorrectedOn <= lastDay) ? Audience.Manager : Audience.Agent;
    }

    /// <summary>Records the agent's answer; a later one takes its place.</summary>
    public PlausibilityNotice With(PlausibilityAnswer answer) => this with { Answer = Guard.Against.Null(answer) };

    /// <summary>The partition of the notices whose first record is of a day's month, such as <c>2026-07</c>.</summary>
    internal static string PartitionOf(LocalDate date) => LocalDatePattern.Iso.Format(date)[..7];

    /// <summary>Whether all that another notice is about looks odd here already, for the same reason.</summary>
    internal bool IsAbout(PlausibilityNotice other) => Finding.Reason.Code == other.Finding.Reason.Code && !other.Facts.Select(f => f.Key).Except(Facts.Select(f => f.Key)).Any();

    internal bool ShowsTheSameAs(PlausibilityNotice other) => Finding == other.Finding && Date == other.Date && Facts.SequenceEqual(other.Facts);

    internal static PlausibilityNotice Of(string key, Severity severity, Reason reason, AgentId agent, LocalDate noticedOn, IReadOnlyList<ActivityFact> facts) => new()
    {
        Key = $"{reason.Code}:{key}",
        Date = facts[0].Date,
        Agent = agent,
        Finding = new(severity, reason),
        Facts = [.. facts.Select(f => f.Reference)],
        NoticedOn = noticedOn,
    };
}

/// <summary>What an agent says to a notice.</summary>
/// <param name="By">Who.</param>
/// <param name="On">The day.</param>
/// <param name="Text">In their own words; not empty.</param>
public sealed record PlausibilityAnswer(ActorId By, LocalDate On, string Text)
{
    /// <summary>In their own words; not empty.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string Text { get; init; } = Guard.Against.NullOrWhiteSpace(Text);
}
