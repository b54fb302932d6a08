using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class UseSqliteTests
{
    [Fact]
    public void Fills_every_port_of_storage()
    {
        using var services = new ServiceCollection()
            .AddActivityManagement(activity => activity.UseSqlite("Data Source=a.db").UseSqlite("Data Source=a.db"))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });

        Assert.Single(services.GetServices<IFactStore>());
        Assert.Single(services.GetServices<IPeopleDirectory>());
        Assert.Single(services.GetServices<IDocumentStore>());
        Assert.Single(services.GetServices<ActivityDatabase>());
        Assert.NotNull(services.GetService<IRepository<Review>>());
        Assert.Equal(2, services.GetServices<ITextSource>().Count()); // Domain's and this package's
    }

    [Fact]
    public void A_port_that_the_host_brought_stays_the_hosts()
    {
        var own = new OwnDirectory();
        var collection = new ServiceCollection().AddSingleton<IPeopleDirectory>(own);

        using var services = collection.AddActivityManagement(activity => activity.UseSqlite("Data Source=a.db")).BuildServiceProvider();

        Assert.Same(own, services.GetRequiredService<IPeopleDirectory>());
    }

    [Fact]
    public void Two_different_databases_are_refused() =>
        Assert.Throws<InvalidOperationException>(
            () => new ServiceCollection().AddActivityManagement(activity => activity.UseSqlite("Data Source=a.db").UseSqlite("Data Source=b.db")));

    [Theory]
    [InlineData("")]
    [InlineData("Foreign Keys=True")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared")]
    [InlineData("Host=server;Database=activity")]
    public void A_connection_string_without_a_file_is_refused(string connectionString) =>
        Assert.ThrowsAny<ArgumentException>(() => new ServiceCollection().AddActivityManagement(activity => activity.UseSqlite(connectionString)));

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_reason_of_the_package_has_a_text(string culture)
    {
        var source = Path.GetFullPath(Path.Combine(SourceFolder(), "../../../src/ActivityMgmt.EntityFrameworkCore"));
        var codes = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\"(storage\\.[a-z-]+)\"").Select(m => m.Groups[1].Value))
            .Distinct().ToList();

        Assert.Contains("storage.damaged", codes);
        Assert.All(codes, code => Assert.NotNull(StorageTexts.Source.Find(code, CultureInfo.GetCultureInfo(culture))));
        Assert.All(codes, code => Assert.Equal(culture == "zh-CN", StorageTexts.Source.Find(code, CultureInfo.GetCultureInfo(culture))!.Any(c => c > '\u4e00')));
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private sealed class OwnDirectory : IPeopleDirectory
    {
        public Task<IReadOnlyDictionary<string, string>> NamesAsync(CallContext call, FactKind kind, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());
    }
}
