namespace ActivityMgmt.Kpi.Benchmarks;

/// <summary>The same nine figures by a loop that knows them all by heart: the yardstick for the general engine. It can do nothing else.</summary>
/// <remarks>One worker's part puts rows aside by 128 agents; then each 128 agents are added up while they fit the cache. Pointers throughout.</remarks>
internal sealed unsafe class HandWritten
{
    private const int AgentBits = 7;
    private const int PartitionAgents = 1 << AgentBits;
    private const int BlockBits = 9;
    private const int BlockSize = 1 << BlockBits;
    private const int TableSize = 1 << 15;
    private readonly byte[] _monthOf = new byte[WorkloadA.DayCount];
    private readonly Worker[] _workers;
    private int _next;

    public HandWritten(int workers)
    {
        for (var month = 0; month < 12; month++)
        {
            for (var day = Figures.Days[month].FirstDay; day <= Figures.Days[month].LastDay; day++)
            {
                _monthOf[day - WorkloadA.FirstDay] = (byte)month;
            }
        }

        _workers = [.. Enumerable.Range(0, workers).Select(_ => new Worker())];
    }

    public void Run(WorkloadA facts, Figures figures)
    {
        var partitions = (facts.Agents + PartitionAgents - 1) >> AgentBits;
        _next = 0;
        Parallel.For(0, _workers.Length, w => Scatter(_workers[w], facts, partitions));
        _next = 0;
        Parallel.For(0, _workers.Length, w => AddUp(_workers[w], facts, figures, partitions));
    }

    private void Scatter(Worker worker, WorkloadA facts, int partitions)
    {
        worker.Start(partitions, (facts.Count / _workers.Length) + (facts.Count / 20));
        while (true)
        {
            var from = Interlocked.Add(ref _next, 65_536) - 65_536;
            if (from >= facts.Count)
            {
                return;
            }

            for (var chunk = from; chunk < Math.Min(from + 65_536, facts.Count); chunk += 1024)
            {
                Scatter(worker, facts, chunk, Math.Min(1024, facts.Count - chunk));
            }
        }
    }

    private static void Scatter(Worker worker, WorkloadA facts, int from, int count)
    {
        unchecked
        {
            worker.Reserve(count);
            fixed (int* agents = &facts.Agent[from], days = &facts.Day[from], customers = &facts.Customer[from], cursors = worker.Cursors, before = worker.Before)
            fixed (byte* types = &facts.Type[from])
            fixed (long* premiums = &facts.Premium[from])
            fixed (ulong* records = worker.Records)
            {
                for (var i = 0; i < count; i++)
                {
                    var type = types[i];
                    if (type > (byte)WorkloadA.Kind.Referral)
                    {
                        continue;
                    }

                    var agent = agents[i];
                    var partition = agent >> AgentBits;
                    var cursor = cursors[partition];
                    if ((cursor & (BlockSize - 1)) == 0)
                    {
                        cursor = worker.Open(before, cursor);
                    }

                    var key = ((ulong)(uint)(agent & (PartitionAgents - 1)) << 20) | ((ulong)(uint)(days[i] - WorkloadA.FirstDay) << 4) | type;
                    records[cursor] = (key << 32) | (uint)(type == (byte)WorkloadA.Kind.Case ? (int)premiums[i] : customers[i]);
                    cursors[partition] = cursor + 1;
                }
            }
        }
    }

    private void AddUp(Worker worker, WorkloadA facts, Figures figures, int partitions)
    {
        for (var partition = Interlocked.Increment(ref _next) - 1; partition < partitions; partition = Interlocked.Increment(ref _next) - 1)
        {
            foreach (var other in _workers)
            {
                var cursor = other.Cursors[partition];
                var length = ((cursor - 1) & (BlockSize - 1)) + 1;
                for (var block = cursor == 0 ? 0 : (cursor - 1) >> BlockBits; block != 0; block = other.Before[block], length = BlockSize)
                {
                    fixed (ulong* records = &other.Records[block << BlockBits])
                    {
                        Add(worker, records, length);
                    }
                }
            }

            Finish(worker, partition, Math.Min(PartitionAgents, facts.Agents - (partition << AgentBits)), figures);
        }
    }

    private void Add(Worker worker, ulong* records, int length)
    {
        unchecked
        {
            var contacts = stackalloc int[BlockSize + 1];
            var cases = stackalloc int[BlockSize + 1];
            var (contactCount, caseCount) = (0, 0);
            fixed (byte* monthOf = _monthOf)
            fixed (int* counts = worker.Counts)
            {
                for (var i = 0; i < length; i++)
                {
                    var key = (uint)(records[i] >> 32);
                    var type = key & 15;
                    counts[((key >> 20) * 12 * 8) + (monthOf[key >> 4 & 0xFFFF] * 8u) + type]++;
                    contacts[contactCount] = i;
                    contactCount += type <= (uint)WorkloadA.Kind.Visit ? 1 : 0;
                    cases[caseCount] = i;
                    caseCount += type == (uint)WorkloadA.Kind.Case ? 1 : 0;
                }

                fixed (long* premium = worker.Premium)
                {
                    for (var j = 0; j < caseCount; j++)
                    {
                        var key = (uint)(records[cases[j]] >> 32);
                        premium[((key >> 20) * 12) + monthOf[key >> 4 & 0xFFFF]] += (uint)records[cases[j]];
                    }
                }

                fixed (byte* ofDay = worker.OfDay)
                fixed (int* active = worker.Active, customersOfMonth = worker.CustomersOfMonth, customersOfQuarter = worker.CustomersOfQuarter)
                fixed (ulong* table = worker.Table)
                {
                    for (var j = 0; j < contactCount; j++)
                    {
                        var record = records[contacts[j]];
                        var key = (uint)(record >> 32);
                        var (agent, day) = (key >> 20, key >> 4 & 0xFFFF);
                        uint month = monthOf[day];
                        var code = ((ulong)agent << 32) | (uint)record;
                        var slot = (uint)(code * 0x9E3779B97F4A7C15 >> 49);
                        ulong entry;
                        while ((entry = table[slot]) != 0 && entry >> 16 != code)
                        {
                            slot = (slot + 1) & (TableSize - 1);
                        }

                        var seen = entry & 0xFFFF;
                        table[slot] = (code << 16) | seen | (1UL << (int)month);
                        customersOfMonth[(agent * 12) + month] += (seen >> (int)month & 1) == 0 ? 1 : 0;
                        var quarter = month / 3;
                        customersOfQuarter[(agent * 4) + quarter] += (seen >> (int)(quarter * 3) & 7) == 0 ? 1 : 0;
                        var now = ++ofDay[(agent * 365) + day];
                        active[(agent * 12) + month] += now == Figures.AtLeastOnADay ? 1 : 0;
                    }
                }
            }
        }
    }

    private static void Finish(Worker worker, int partition, int agents, Figures figures)
    {
        for (var agent = 0; agent < agents; agent++)
        {
            var to = ((partition << AgentBits) + agent) * Figures.Periods;
            for (var quarter = 0; quarter < 4; quarter++)
            {
                for (var counted = 0; counted < Figures.Counted; counted++)
                {
                    var sum = 0;
                    for (var month = quarter * 3; month < (quarter * 3) + 3; month++)
                    {
                        sum += figures.Counts[counted][to + month] = worker.Counts[(((agent * 12) + month) * 8) + counted];
                    }

                    figures.Counts[counted][to + 12 + quarter] = sum;
                }

                var (premium, active) = (0L, 0);
                for (var month = quarter * 3; month < (quarter * 3) + 3; month++)
                {
                    premium += figures.Premium[to + month] = worker.Premium[(agent * 12) + month];
                    active += figures.ActiveDays[to + month] = worker.Active[(agent * 12) + month];
                    figures.Customers[to + month] = worker.CustomersOfMonth[(agent * 12) + month];
                }

                (figures.Premium[to + 12 + quarter], figures.ActiveDays[to + 12 + quarter]) = (premium, active);
                figures.Customers[to + 12 + quarter] = worker.CustomersOfQuarter[(agent * 4) + quarter];
            }
        }

        Array.Clear(worker.Counts);
        Array.Clear(worker.Premium);
        Array.Clear(worker.OfDay);
        Array.Clear(worker.Active);
        Array.Clear(worker.CustomersOfMonth);
        Array.Clear(worker.CustomersOfQuarter);
        Array.Clear(worker.Table);
    }

    private sealed class Worker
    {
        private int _blocks;

        public ulong[] Records { get; private set; } = [];

        public int[] Before { get; private set; } = [];

        public int[] Cursors { get; private set; } = [];

        public int[] Counts { get; } = new int[PartitionAgents * 12 * 8];

        public long[] Premium { get; } = new long[PartitionAgents * 12];

        public byte[] OfDay { get; } = new byte[PartitionAgents * 365];

        public int[] Active { get; } = new int[PartitionAgents * 12];

        public int[] CustomersOfMonth { get; } = new int[PartitionAgents * 12];

        public int[] CustomersOfQuarter { get; } = new int[PartitionAgents * 4];

        public ulong[] Table { get; } = new ulong[TableSize];

        public void Start(int partitions, int records)
        {
            _blocks = 1;
            var blocks = (records >> BlockBits) + partitions + 1100;
            if (Before.Length < blocks)
            {
                (Records, Before) = (new ulong[blocks << BlockBits], new int[blocks]);
            }

            Cursors = Cursors.Length == partitions ? Cursors : new int[partitions];
            Array.Clear(Cursors);
        }

        public void Reserve(int records)
        {
            if (_blocks + records > Before.Length)
            {
                var (records2, before) = (new ulong[Records.Length * 2], new int[Before.Length * 2]);
                Records.CopyTo(records2, 0);
                Before.CopyTo(before, 0);
                (Records, Before) = (records2, before);
            }
        }

        public int Open(int* before, int cursor)
        {
            before[_blocks] = cursor == 0 ? 0 : (cursor - 1) >> BlockBits;
            return _blocks++ << BlockBits;
        }
    }
}
