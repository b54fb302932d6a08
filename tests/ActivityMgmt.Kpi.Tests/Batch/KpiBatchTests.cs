using CsCheck;

namespace ActivityMgmt.Kpi.Tests;

/// <summary>A batch says what the engine says that reads one figure after the other.</summary>
public class KpiBatchTests
{
    private static readonly string[] Measures =
    [
        Kpis.Measure("several", """ "kind": "count", "facts": "activity", "where": "not (outcome == 'missed' and minutes >= 30) and activity in ['call', 'visit']" """),
        Kpis.Measure("between", """ "kind": "count", "facts": "activity", "where": "minutes > 19.5 and minutes <= 40 or 60 == minutes" """),
        Kpis.Measure("unlike", """ "kind": "count", "facts": "activity", "where": "minutes != 20 and not (rank == 'A1')" """),
        Kpis.Measure("two-fields", """ "kind": "count", "facts": "premium", "countedOn": "collected", "gates": [], "where": "amount * 2 > annualPremium / 10 and part == 'main'" """),
        Kpis.Measure("own-agent", """ "kind": "distinct", "facts": "premium", "countedOn": "collected", "gates": [], "of": "policyYear", "where": "amount < 0 or product not in ['AN05']" """),
        Kpis.Measure("busy", """ "kind": "active-days", "facts": "activity", "atLeast": 1, "where": "outcome == 'success'" """),
        Kpis.Measure("minutes", """ "kind": "average", "facts": "activity", "of": "minutes", "where": "hasOpportunity or customer != 'C1'" """),
        Kpis.Measure("shared-customers", """ "kind": "distinct", "facts": "policy", "countedOn": "submitted", "gates": [], "shares": true, "of": "customer" """),
        Kpis.Measure("per-case", """ "kind": "ratio", "numerator": "several", "denominator": "busy", "whenDenominatorIsZero": "zero" """),
    ];

    public static TheoryData<SubjectKind> Kinds => [SubjectKind.Agent, SubjectKind.Team, SubjectKind.Branch];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Says_what_the_engine_says(SubjectKind kind)
    {
        var batches = new[] { ReadingPropertyTests.Document, Kpis.Document(Measures) }
            .Select(document => (Document: document, Batch: KpiBatch.Compile(document, kind, ReadingPropertyTests.Periods, workers: 2)))
            .ToArray();
        ReadingPropertyTests.Books.Sample(
            facts =>
            {
                var book = FactBook.Of(facts);
                foreach (var (document, batch) in batches)
                {
                    var (readings, table) = (new KpiEngine().Open(book, document, Calendars.Default), batch.Run(batch.Load(book)));
                    foreach (var measure in readings.Measures.Where(m => !batch.Refused.ContainsKey(m.Id)))
                    {
                        foreach (var subject in Subjects(kind))
                        {
                            Assert.All(batch.Periods, period => Assert.Equal(readings.Read(measure.Id, subject, period), table.Read(measure.Id, subject, period)));
                        }
                    }
                }
            },
            iter: 150);
    }

    [Fact]
    public void Names_what_it_refuses()
    {
        var batch = KpiBatch.Compile(ReadingPropertyTests.Document, SubjectKind.Agent, [Kpis.July]);

        Assert.Equal(["customers-90", "growth", "headcount", "kept", "kept-twice", "longest", "median", "met-again", "premium-before", "refused", "regulars", "smallest", "stayed", "steady", "visits-to-date"], batch.Refused.Keys.Select(m => m.Value).Order(StringComparer.Ordinal));
        Assert.All(batch.Refused.Values, reason => Assert.Equal("kpi.not-in-batch", reason.Code));
        var table = batch.Run(batch.Load(FactBook.Of([])));
        Assert.Contains("KpiEngine", Assert.Throws<KeyNotFoundException>(() => table.Read(new("growth"), Kpis.E1, Kpis.July)).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => table.Read(new("nothing-of-the-kind"), Kpis.E1, Kpis.July));
    }

    [Fact]
    public void A_table_is_used_again_for_other_facts()
    {
        var batch = KpiBatch.Compile(Kpis.Document([Kpis.Measure("calls", """ "kind": "count", "facts": "activity" """)]), SubjectKind.Agent, [Kpis.July]);
        var table = batch.Run(batch.Load(FactBook.Of([Facts.Activity("2026-07-01"), Facts.Activity("2026-07-31"), Facts.Activity("2026-08-01")])));
        Assert.Equal(2m, Kpis.Value(table.Read(new("calls"), Kpis.E1, Kpis.July)));

        batch.Run(batch.Load(FactBook.Of([Facts.Activity("2026-07-02", agent: "E2")])), table);

        Assert.Equal(["E2"], table.Subjects);
        Assert.Equal(0m, Kpis.Value(table.Read(new("calls"), Kpis.E1, Kpis.July)));
        Assert.Equal(1m, Kpis.Value(table.Read(new("calls"), Subject.Of(new AgentId("E2")), Kpis.July)));
    }

    [Fact]
    public void Refuses_what_is_not_its_own()
    {
        var document = Kpis.Document([Kpis.Measure("calls", """ "kind": "count", "facts": "activity" """)]);
        var (batch, other) = (KpiBatch.Compile(document, SubjectKind.Agent, [Kpis.July]), KpiBatch.Compile(document, SubjectKind.Team, [Kpis.July]));
        var columns = batch.Load(FactBook.Of([]));

        Assert.Throws<ArgumentException>(() => other.Run(columns));
        Assert.Throws<ArgumentException>(() => batch.Run(columns, other.Run(other.Load(FactBook.Of([])))));
        Assert.Throws<ArgumentException>(() => batch.Run(columns).Read(new("calls"), Subject.Of(new TeamId("T1")), Kpis.July));
        Assert.Throws<ArgumentException>(() => batch.Run(columns).Read(new("calls"), Kpis.E1, Facts.Period("2026-07-01", "2026-07-30")));
        Assert.Throws<ArgumentException>(() => KpiBatch.Compile(document, SubjectKind.Agent, []));
    }

    private static IEnumerable<Subject> Subjects(SubjectKind kind) => kind switch
    {
        SubjectKind.Agent => new[] { "E1", "E2", "E3", "E9" }.Select(a => Subject.Of(new AgentId(a))),
        SubjectKind.Team => new[] { "T1", "T2", "T9" }.Select(t => Subject.Of(new TeamId(t))),
        _ => [Subject.Branch("B1")],
    };
}
