namespace ActivityMgmt.Kpi;

/// <summary>A question to one column of a row that is answered by yes or no.</summary>
internal abstract record RowTest
{
    /// <summary>Whether the code is one of some: by code, those beyond the end are not.</summary>
    internal sealed record Code(int Column, bool[] Yes) : RowTest
    {
        public bool Equals(Code? other) => other is not null && Column == other.Column && Yes.AsSpan().SequenceEqual(other.Yes);

        public override int GetHashCode() => HashCode.Combine(Column, Yes.Length);
    }

    /// <summary>Whether there is a number and it lies from one to another, both included, or, turned round, outside.</summary>
    internal sealed record Number(int Column, long From, long To, bool Inside = true) : RowTest;
}
