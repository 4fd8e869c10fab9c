using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Testing;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Documentation;

/// <summary>Follows <c>docs/writing-a-plugin.md</c> to the letter.</summary>
public sealed class WritingAPluginTests
{
    [Fact]
    public async Task Page_ItsProjectAndCode_CompileAndLoad()
    {
        using var folder = new TemporaryFolder();
        await WriteProjectAsync(folder);

        var build = await ProcessRun.RunAsync("dotnet", folder.Path, "build", "-o", folder.Combine("plugins", "HillClimb"), "-p:NuGetAudit=false");
        Assert.True(build.ExitCode == 0, build.Output);
        using var plugins = new PluginLoader(NullLogger<PluginLoader>.Instance).Load(folder.Combine("plugins"));

        var plugin = Assert.Single(plugins.Plugins);
        Assert.Equal((PluginState.Active, null), (plugin.State, plugin.Reason));
        Assert.Equal("HillClimb", plugins.Catalogue.Strategies["hill-climb"].Plugin);
    }

    private static async Task WriteProjectAsync(TemporaryFolder folder)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Build.Root, "docs", "writing-a-plugin.md"));
        var project = Block(page, "xml").Replace("/opt/nasdaemon", Path.GetDirectoryName(Build.Executable), StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.Combine("HillClimb.csproj"), project);
        await File.WriteAllTextAsync(folder.Combine("HillClimb.cs"), Block(page, "csharp"));
    }

    private static string Block(string page, string language)
    {
        var start = page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }
}
