namespace NasDaemon.Search.Prompting.Tests;

public sealed class PluginTests
{
    [Fact]
    public void Summary_ForTheListOfPlugins_SaysWhoWrites() =>
        Assert.Contains("language model", new PromptingPlugin().Summary, StringComparison.Ordinal);
}
