namespace ActivityMgmt.Testing.Tests;

/// <summary>The in-memory stores keep what the ports promise.</summary>
public class InMemoryConformanceTests
{
    private static readonly ConformanceSuite<IRepository<Goal>> Goals = SomeGoal.Suite;

    public static TheoryData<string> FactChecks => [.. FactStoreConformance.Suite.Names];

    public static TheoryData<string> PeopleChecks => [.. PeopleDirectoryConformance.Suite.Names];

    public static TheoryData<string> DocumentChecks => [.. DocumentStoreConformance.Suite.Names];

    public static TheoryData<string> RepositoryChecks => [.. RepositoryConformance.Suite.Names];

    public static TheoryData<string> GoalChecks => [.. Goals.Names];

    public static TheoryData<string> UnitOfWorkChecks => [.. UnitOfWorkConformance.Suite.Names];

    public static TheoryData<string> AuditChecks => [.. AuditTrailConformance.Suite.Names];

    public static TheoryData<string> OutboxChecks => [.. OutboxConformance.Suite.Names];

    public static TheoryData<string> QueryChecks => [.. QueriesConformance.Suite.Names];

    [Theory]
    [MemberData(nameof(FactChecks))]
    public Task Facts(string check) => FactStoreConformance.Suite.RunAsync(check, new InMemoryFactStore());

    [Theory]
    [MemberData(nameof(PeopleChecks))]
    public Task People(string check)
    {
        var facts = new InMemoryFactStore();
        return PeopleDirectoryConformance.Suite.RunAsync(check, new(facts, facts.People));
    }

    [Theory]
    [MemberData(nameof(DocumentChecks))]
    public Task Documents(string check) => DocumentStoreConformance.Suite.RunAsync(check, new InMemoryDocumentStore());

    [Theory]
    [MemberData(nameof(RepositoryChecks))]
    public Task Aggregates(string check) => RepositoryConformance.Suite.RunAsync(check, new InMemoryRepository<SampleAggregate>());

    [Theory]
    [MemberData(nameof(GoalChecks))]
    public Task Aggregates_of_the_model(string check) => Goals.RunAsync(check, new InMemoryRepository<Goal>());

    [Theory]
    [MemberData(nameof(UnitOfWorkChecks))]
    public Task Use_cases(string check) => UnitOfWorkConformance.Suite.RunAsync(check, SomeStorage.InMemory());

    [Theory]
    [MemberData(nameof(AuditChecks))]
    public Task Audit(string check) => AuditTrailConformance.Suite.RunAsync(check, SomeStorage.InMemory());

    [Theory]
    [MemberData(nameof(OutboxChecks))]
    public Task Events(string check) => OutboxConformance.Suite.RunAsync(check, SomeStorage.InMemory());

    [Theory]
    [MemberData(nameof(QueryChecks))]
    public Task Searches(string check) => QueriesConformance.Suite.RunAsync(check, SomeStorage.InMemory());
}
