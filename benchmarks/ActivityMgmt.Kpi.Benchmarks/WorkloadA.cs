namespace ActivityMgmt.Kpi.Benchmarks;

/// <summary>Invented activity of a year: always the same for a size. 200 facts for each agent, of eight types, most with a customer, one in twenty with a premium.</summary>
internal sealed class WorkloadA
{
    public const int FirstDay = 20_454; // 2026-01-01
    public const int DayCount = 365;

    public enum Kind : byte { Call, Appointment, Visit, Proposal, Case, Referral, Meeting, Training }

    public const int Kinds = 8;

    public WorkloadA(int facts, int agents, bool inOrderOfAgents)
    {
        (Count, Agents) = (facts, agents);
        (Agent, Day, Customer, Type, Premium) = (new int[facts], new int[facts], new int[facts], new byte[facts], new long[facts]);
        var random = new Random(20260101);
        for (var i = 0; i < facts; i++)
        {
            var agent = inOrderOfAgents ? (int)((long)i * agents / facts) : random.Next(agents);
            var type = TypeOf(random.Next(100));
            Agent[i] = agent;
            Day[i] = FirstDay + random.Next(DayCount);
            Type[i] = (byte)type;
            Customer[i] = type >= Kind.Meeting ? 0 : 1 + (agent * 64) + random.Next(64);
            Premium[i] = type == Kind.Case ? 100L * random.Next(500, 50_000) : FactRows.None;
        }
    }

    public int Count { get; }

    public int Agents { get; }

    public int[] Agent { get; }

    public int[] Day { get; }

    public int[] Customer { get; }

    public byte[] Type { get; }

    public long[] Premium { get; }

    private static Kind TypeOf(int percent) => percent switch
    {
        < 35 => Kind.Call,
        < 55 => Kind.Appointment,
        < 73 => Kind.Visit,
        < 83 => Kind.Proposal,
        < 88 => Kind.Case,
        < 93 => Kind.Referral,
        < 98 => Kind.Meeting,
        _ => Kind.Training,
    };
}
