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
}
