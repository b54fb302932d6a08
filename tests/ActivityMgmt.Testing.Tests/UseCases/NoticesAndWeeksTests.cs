using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Testing.Tests;

public class NoticesAndWeeksTests
{
    [Fact]
    public async Task In_memory()
    {
        await using var services = new ServiceCollection().AddActivityManagement(activity => activity.UseInMemory()).BuildServiceProvider();

        await NoticesAndWeeks.RunAsync(services);
    }
}
