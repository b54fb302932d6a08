namespace ActivityMgmt.Domain;

/// <summary>What a measure says about a subject in a period: a value with evidence, no data, or not applicable. Never <see langword="null"/>, never a zero that stands for silence.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>A value and what it rests on.</summary>
    /// <param name="Value">The exact value in the measure's unit, not rounded.</param>
    /// <param name="Evidence">The facts and counts behind it.</param>
    public sealed record Measured(Quantity Value, Evidence Evidence) : Reading;

    /// <summary>No value, and why.</summary>
    public abstract record Absent : Reading
    {
        private protected Absent(Reason reason, Evidence evidence) => (Reason, Evidence) = (reason, evidence);

        /// <summary>Why there is no value.</summary>
        public Reason Reason { get; }

        /// <summary>The facts that were looked at, such as those of a denominator that came to zero.</summary>
        public Evidence Evidence { get; }
    }

    /// <summary>The measure applies, but the facts it needs are not there.</summary>
    public sealed record NoData : Absent
    {
        /// <summary>Says what is missing and what was looked at.</summary>
        public NoData(Reason reason, Evidence evidence)
            : base(reason, evidence)
        {
        }
    }

    /// <summary>The measure doesn't apply to this subject or period.</summary>
    public sealed record NotApplicable : Absent
    {
        /// <summary>Says why it doesn't apply.</summary>
        public NotApplicable(Reason reason)
            : base(reason, Evidence.None)
        {
        }
    }
}
