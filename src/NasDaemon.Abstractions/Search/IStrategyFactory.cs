namespace NasDaemon.Abstractions.Search;

/// <summary>Makes search strategies by name, each with the defaults of its options.</summary>
public interface IStrategyFactory
{
    /// <summary>The names of the strategies that there are.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>Makes a strategy for the task.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The strategy, with randomness of its own.</returns>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    ISearchStrategy Create(string name);
}
