using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Search;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Plugins;

namespace NasDaemon.Pipeline.Searching;

/// <summary>Makes the strategies that a strategy of the same task mixes.</summary>
/// <param name="strategies">The strategies that there are.</param>
/// <param name="context">What a strategy is created with, by its name and options.</param>
internal sealed class StrategyFactory(ComponentSet<StrategyContext, ISearchStrategy> strategies, Func<string, OptionValues, StrategyContext> context)
    : IStrategyFactory
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => [.. strategies.Select(strategy => strategy.Description.Name)];

    /// <inheritdoc/>
    public ISearchStrategy Create(string name)
    {
        var strategy = strategies[name];
        return strategy.Create(context(name, OptionFields.Defaults(strategy.Description)));
    }
}
