namespace PostgreSqlFixture;

/// <summary>A test that needs PostgreSQL: skipped with a reason where there is none, unless <c>ACTIVITYMGMT_REQUIRE_POSTGRESQL</c> is 1; then it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlBinaries.IsRequired ? null : PostgreSqlBinaries.Missing;
}

/// <summary>As <see cref="PostgreSqlFactAttribute"/>, for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    public PostgreSqlTheoryAttribute() => Skip = PostgreSqlBinaries.IsRequired ? null : PostgreSqlBinaries.Missing;
}
