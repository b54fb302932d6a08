namespace ActivityMgmt.Testing.Tests;

/// <summary>SQLite keeps what the ports promise; all checks share one file.</summary>
public class SqliteConformanceTests(SqliteStorage storage) : IClassFixture<SqliteStorage>
{
    private static readonly ConformanceOptions Few = new() { Rounds = 5 };

    public static TheoryData<string> FactChecks => [.. FactStoreConformance.Suite.Names];

    public static TheoryData<string> PeopleChecks => [.. PeopleDirectoryConformance.Suite.Names];

    public static TheoryData<string> DocumentChecks => [.. DocumentStoreConformance.Suite.Names];

    public static TheoryData<string> RepositoryChecks => [.. RepositoryConformance.Suite.Names];

    public static TheoryData<string> GoalChecks => [.. SomeGoal.Suite.Names];

    public static TheoryData<string> UnitOfWorkChecks => [.. UnitOfWorkConformance.Suite.Names];

    public static TheoryData<string> AuditChecks => [.. AuditTrailConformance.Suite.Names];

    public static TheoryData<string> OutboxChecks => [.. OutboxConformance.Suite.Names];

    public static TheoryData<string> QueryChecks => [.. QueriesConformance.Suite.Names];

    [Theory]
    [MemberData(nameof(FactChecks))]
    public Task Facts(string check) => FactStoreConformance.Suite.RunAsync(check, storage.Get<IFactStore>(), Few);

    [Theory]
    [MemberData(nameof(PeopleChecks))]
    public Task People(string check) => PeopleDirectoryConformance.Suite.RunAsync(check, new(storage.Get<IFactStore>(), storage.Get<IPeopleDirectory>()), Few);

    [Theory]
    [MemberData(nameof(DocumentChecks))]
    public Task Documents(string check) => DocumentStoreConformance.Suite.RunAsync(check, storage.Get<IDocumentStore>(), Few);

    [Theory]
    [MemberData(nameof(RepositoryChecks))]
    public Task Aggregates(string check) => RepositoryConformance.Suite.RunAsync(check, storage.Get<IRepository<SampleAggregate>>(), Few);

    [Theory]
    [MemberData(nameof(GoalChecks))]
    public Task Aggregates_of_the_model(string check) => SomeGoal.Suite.RunAsync(check, storage.Get<IRepository<Goal>>(), Few);

    [Theory]
    [MemberData(nameof(UnitOfWorkChecks))]
    public Task Use_cases(string check) => UnitOfWorkConformance.Suite.RunAsync(check, storage.UseCases);

    [Theory]
    [MemberData(nameof(AuditChecks))]
    public Task Audit(string check) => AuditTrailConformance.Suite.RunAsync(check, storage.UseCases);

    [Theory]
    [MemberData(nameof(OutboxChecks))]
    public Task Events(string check) => OutboxConformance.Suite.RunAsync(check, storage.UseCases);

    [Theory]
    [MemberData(nameof(QueryChecks))]
    public Task Searches(string check) => QueriesConformance.Suite.RunAsync(check, storage.UseCases, Few);
}
