using System.Globalization;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Search.Prompting.Mixing;
using NasDaemon.Search.Prompting.Proposing;
using NasDaemon.Search.Prompting.Templates;
using NasDaemon.Testing;

namespace NasDaemon.Search.Prompting.Tests.Documentation;

public sealed class PromptingPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.Combine("docs", "prompting.md"));

    [Fact]
    public void Page_EveryOption_StandsWithTheDefaultsOfEachStrategyAndItsRange()
    {
        var strategies = PromptingStrategies.All;
        Assert.All(strategies[0].Options.Index(), option =>
        {
            var defaults = strategies.Select(strategy => Default(strategy.Options[option.Index])).Distinct().Count() == 1
                ? Default(option.Item)
                : string.Join(", ", strategies.Select(strategy => Default(strategy.Options[option.Index])));
            Assert.Contains($"\n| `{option.Item.Name}` | {defaults} | {Range(option.Item)} |".Replace("|  |", "| |", StringComparison.Ordinal), Page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Page_EveryStrategyAndTemplate_IsNamed()
    {
        Assert.All(PromptingStrategies.All.Append(MixedStrategy.Description), strategy => Assert.Contains($"\n| `{strategy.Name}` |", Page, StringComparison.Ordinal));
        Assert.All(TemplateDefinitions.All, template => Assert.Contains($"`{template.File}`", Page, StringComparison.Ordinal));
    }

    private static string Default(OptionDefinition option) => option switch
    {
        IntegerOption integer => integer.Default.ToString(CultureInfo.InvariantCulture),
        NumberOption number => number.Default.ToString(CultureInfo.InvariantCulture),
        FlagOption flag => flag.Default ? "true" : "false",
        TextOption text => text.Default,
        _ => option.Name,
    };

    private static string Range(OptionDefinition option) => option switch
    {
        IntegerOption integer => $"{integer.Minimum} to {integer.Maximum}",
        NumberOption number => FormattableString.Invariant($"{number.Minimum} to {number.Maximum}"),
        TextOption { Name: "n" } => $"auto, 0 to {PromptingOptions.MostSupporting}",
        TextOption text => string.Join(", ", text.Choices),
        _ => string.Empty,
    };
}
