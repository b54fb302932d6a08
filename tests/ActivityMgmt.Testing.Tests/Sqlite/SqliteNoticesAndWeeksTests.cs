namespace ActivityMgmt.Testing.Tests;

public class SqliteNoticesAndWeeksTests(SqliteStorage storage) : IClassFixture<SqliteStorage>
{
    [Fact]
    public Task In_a_file() => NoticesAndWeeks.RunAsync(storage.Services);
}
