namespace ActivityMgmt.Domain;

/// <summary>Whose figure it is.</summary>
public enum SubjectKind
{
    /// <summary>One agent.</summary>
    Agent,

    /// <summary>One team: its members as of each fact's date.</summary>
    Team,

    /// <summary>The whole branch.</summary>
    Branch,
}

/// <summary>An agent, a team or the branch, as the owner of a goal or a reading.</summary>
/// <param name="Kind">What the id names.</param>
/// <param name="Id">The agent's, team's or branch's id.</param>
public readonly record struct Subject(SubjectKind Kind, string Id)
{
    /// <summary>An agent.</summary>
    public static Subject Of(AgentId agent) => new(SubjectKind.Agent, agent.Value);

    /// <summary>A team.</summary>
    public static Subject Of(TeamId team) => new(SubjectKind.Team, team.Value);

    /// <summary>A branch.</summary>
    public static Subject Branch(string id) => new(SubjectKind.Branch, id);

    /// <summary>The whole branch, whatever it is called: for readings that ask what there is at all. Goals name their branch.</summary>
    public static Subject Everybody { get; } = Branch("*");

    /// <summary>The agent.</summary>
    /// <exception cref="InvalidOperationException">The subject is no agent.</exception>
    public AgentId Agent => Kind == SubjectKind.Agent ? new(Id) : throw new InvalidOperationException($"{this} is not an agent.");

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Subject Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Enum.TryParse<SubjectKind>(text.AsSpan(0, colon), ignoreCase: true, out var kind)
            ? new(kind, text[(colon + 1)..])
            : throw new FormatException($"'{text}' is not a subject; expected a form like agent:E1001.");
    }

    /// <summary>Kind and id: <c>agent:E1001</c>.</summary>
#pragma warning disable CA1308 // The written form is lower case by design; it is a code, not text.
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}:{Id}";
#pragma warning restore CA1308
}
