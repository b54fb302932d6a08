using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Import.Tests;

public class DependencyInjectionTests
{
    [Fact]
    public void A_host_s_texts_explain_rejects()
    {
        using var services = new ServiceCollection()
            .AddActivityManagement(a => a.AddImport().AddImport())
            .BuildServiceProvider(validateScopes: true);

        var text = services.GetRequiredService<ITexts>().Explain(Reason.Of("import.missing-file", ("file", "agents.csv")), CultureInfo.GetCultureInfo("zh-CN"));

        Assert.StartsWith("缺少文件 agents.csv", text, StringComparison.Ordinal);
    }
}
