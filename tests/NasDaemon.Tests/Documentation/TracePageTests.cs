using System.Text.Json;
using System.Text.RegularExpressions;
using NasDaemon.Testing;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Documentation;

/// <summary>What the pages show of <c>nasdaemon trace</c> is what it writes.</summary>
public sealed partial class TracePageTests
{
    // Behind this the page leaves out what nobody reads there.
    private const string Rest = "…";

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/trace.md")]
    public async Task Console_EachExample_WritesWhatThePageShows(string page)
    {
        var examples = Console().Matches(await File.ReadAllTextAsync(Path.Combine(Build.Root, page)));
        Assert.NotEmpty(examples);
        foreach (Match example in examples)
        {
            var shown = example.Groups["output"].Value.Split(Rest)[0];

            var run = await ProcessRun.RunAsync("bash", Build.Root, "-c", $"nasdaemon() {{ '{Build.Executable}' \"$@\"; }}; {example.Groups["command"].Value}");

            Assert.True(run.Output.StartsWith(shown, StringComparison.Ordinal), $"{example.Groups["command"].Value}\n{run.Output}{run.Error}");
        }
    }

    [Fact]
    public async Task Json_ItsFields_AreThoseOfThePage()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Build.Root, "docs", "trace.md"));
        var described = Field().Matches(page[page.IndexOf("## For scripts", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value);
        using var folder = new TemporaryFolder();
        var list = folder.Combine("list.jsonl");
        await File.WriteAllTextAsync(list, JsonSerializer.Serialize(new { source = await File.ReadAllTextAsync(Path.Combine(Build.Root, "library", "alexnet.py")) }));

        var run = await ProcessRun.NasDaemonAsync(folder.Path, "trace", list, "--json", "--dot", "pictures");

        Assert.Equal(described, JsonDocument.Parse(run.Output).RootElement.EnumerateObject().Select(property => property.Name));
    }

    [GeneratedRegex(@"```console\n\$ (?<command>[^\n]*trace[^\n]*)\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Console();

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Field();
}
