using System.Text.RegularExpressions;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Documentation;

/// <summary>What the pages show is true.</summary>
public sealed partial class PageTests
{
    public static TheoryData<string> Pages => [.. Directory.GetFiles(Path.Combine(Build.Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Append(Path.Combine(Build.Root, "README.md")).Select(page => Path.GetRelativePath(Build.Root, page))];

    [Fact]
    public async Task ReadMe_ItsTask_IsValid()
    {
        using var home = new DaemonHome();
        var page = await File.ReadAllTextAsync(Path.Combine(Build.Root, "README.md"));
        await File.WriteAllTextAsync(home.Combine("task.yaml"), TaskBlock().Match(page).Groups[1].Value);

        var run = await ProcessRun.NasDaemonAsync(home.Path, "validate", "task.yaml");

        Assert.True(run.ExitCode == 0, run.Error);
    }

    [Fact]
    public async Task Examples_EachOfThem_IsValid()
    {
        using var home = new DaemonHome();
        await File.AppendAllTextAsync(home.Combine("nasdaemon.yaml"), "\nlanguage_models: { any: { kind: openai } }\n");

        var run = await ProcessRun.NasDaemonAsync(home.Path, ["validate", .. Directory.GetFiles(Path.Combine(Build.Root, "config", "examples"), "*.yaml")]);

        Assert.True(run.ExitCode == 0, run.Error);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Links_ToFilesOfTheRepository_Exist(string page)
    {
        var path = Path.Combine(Build.Root, page);
        var text = await File.ReadAllTextAsync(path);

        var broken = Link().Matches(text).Select(match => match.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal))
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, link)));

        Assert.Empty(broken);
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex TaskBlock();

    [GeneratedRegex(@"\]\(([^)#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
