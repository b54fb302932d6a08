namespace ActivityMgmt.Domain;

/// <summary>Finds which step of the funnel explains a gap. Implemented by ActivityMgmt.Kpi; a host may bring its own.</summary>
public interface ICauseFinder
{
    /// <summary>Compares the recent funnel of an agent, a team or the branch with what is usual there; where an agent's own past is short, the team's helps out.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="subject">The agent; or the team or branch, whose members are looked at together: small numbers of each add up to something that can be told.</param>
    /// <param name="recent">The stretch that is looked at, both ends included.</param>
    /// <param name="usual">The earlier stretch that says what is usual, both ends included.</param>
    Cause Find(IReadings readings, Subject subject, DateInterval recent, DateInterval usual);
}

/// <summary>Whether there was too little of a step, or too little came out of it.</summary>
public enum CauseKind
{
    /// <summary>The first step had fewer entries a working day than usual.</summary>
    Volume,

    /// <summary>Fewer of the step before reached this step than usual.</summary>
    Conversion,
}

/// <summary>Why a figure is behind, as far as the funnel can tell.</summary>
public abstract record Cause
{
    private Cause()
    {
    }

    /// <summary>One step stands out.</summary>
    public sealed record WeakStep : Cause
    {
        /// <summary>The step that is weak.</summary>
        public required MeasureId Step { get; init; }

        /// <summary>Volume or conversion.</summary>
        public required CauseKind Kind { get; init; }

        /// <summary>What it was: entries a working day for volume, a ratio for conversion.</summary>
        public required Quantity Actual { get; init; }

        /// <summary>What is usual, in the same unit.</summary>
        public required Quantity Usual { get; init; }

        /// <summary>How many entries of the step (volume) or of the step before (conversion) <see cref="Actual"/> rests on.</summary>
        public required int SampleSize { get; init; }

        /// <summary>Whose past is the usual one: <c>own</c>, <c>team</c>, or <c>own-and-team</c> where the own past is short and the team's rate fills it up.</summary>
        public required string Basis { get; init; }
    }

    /// <summary>No step stands out, or several do and none alone.</summary>
    /// <param name="Reason">What was looked at.</param>
    public sealed record NoSingleCause(Reason Reason) : Cause;

    /// <summary>The sample is too small to tell.</summary>
    /// <param name="Reason">What is missing.</param>
    public sealed record NoData(Reason Reason) : Cause;
}
