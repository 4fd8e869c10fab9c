using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Search.Choosing.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void SearchPage_EveryOption_StandsWithItsDefault()
    {
        var section = File.ReadAllText(Find("docs", "search.md")).Split("### `choose`\n")[1].Split("\n### ")[0];

        Assert.All(ChoosingSearch.Description.Options, option => Assert.Contains(Row(option), section, StringComparison.Ordinal));
    }

    private static string Row(OptionDefinition option) => option switch
    {
        IntegerOption integer => $"| `{integer.Name}` | {integer.Default} | {integer.Minimum} to {integer.Maximum} |",
        NumberOption number => FormattableString.Invariant($"| `{number.Name}` | {number.Default} | {number.Minimum} to {number.Maximum} |"),
        FlagOption flag => $"| `{flag.Name}` | {(flag.Default ? "true" : "false")} |",
        _ => option.Name,
    };

    private static string Find(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NasDaemon.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine([folder.FullName, .. parts]);
    }
}
