using NasDaemon.Abstractions.Plugins;
using NasDaemon.Search.Bayesian.Prediction;
using NasDaemon.Search.Bayesian.Proposing;
using NasDaemon.Testing;

namespace NasDaemon.Search.Bayesian.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void SearchPage_EveryOption_StandsWithItsDefaultAndRange()
    {
        var page = File.ReadAllText(Repository.Combine("docs", "search.md"));

        Assert.All(BayesianSearch.Description.Options.Concat(Predictor.Description.Options), option => Assert.Contains(Row(option), page, StringComparison.Ordinal));
    }

    private static string Row(OptionDefinition option) => option switch
    {
        IntegerOption integer => $"| `{integer.Name}` | {integer.Default} | {integer.Minimum} to {integer.Maximum} |",
        NumberOption number => FormattableString.Invariant($"| `{number.Name}` | {number.Default} | {number.Minimum} to {number.Maximum} |"),
        _ => option.Name,
    };
}
