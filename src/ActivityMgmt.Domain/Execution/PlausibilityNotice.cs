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
    public required string Partition { get; init; }

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

    /// <summary>The day on which it was noticed first and shown to the agent.</summary>
    public required LocalDate NoticedOn { get; init; }

    /// <summary>What the agent says to it; <see langword="null"/> before.</summary>
    public PlausibilityAnswer? Answer { get; init; }

    /// <summary>Who may see it on a day: the agent alone until the days to answer are over, whether or not there is an answer; then the manager, with the answer.</summary>
    public Audience AudienceOn(LocalDate date, PlausibilityPolicies policies) =>
        date > NoticedOn.PlusDays(Guard.Against.Null(policies).AnswerDays) ? Audience.Manager : Audience.Agent;

    /// <summary>Records the agent's answer; a later one takes its place.</summary>
    public PlausibilityNotice With(PlausibilityAnswer answer) => this with { Answer = Guard.Against.Null(answer) };

    internal static PlausibilityNotice Of(string key, Severity severity, Reason reason, AgentId agent, LocalDate noticedOn, IReadOnlyList<ActivityFact> facts) => new()
    {
        Key = $"{reason.Code}:{key}",
        Partition = LocalDatePattern.Iso.Format(facts[0].Date)[..7],
        Agent = agent,
        Finding = new(severity, reason),
        Facts = [.. facts.Select(f => f.Reference)],
        NoticedOn = noticedOn,
    };
}

/// <summary>What an agent says to a notice.</summary>
/// <param name="By">Who.</param>
/// <param name="On">The day.</param>
/// <param name="Text">In their own words.</param>
public sealed record PlausibilityAnswer(ActorId By, LocalDate On, string Text);
