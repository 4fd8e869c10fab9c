using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Commands.Tracing.Layers;

/// <summary>Hands out the parameters of a network to its modules, each of them once.</summary>
/// <param name="network">The network.</param>
internal sealed class ParameterCount(Architecture network)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly ILookup<string, StateEntry> _byModule = network.State
        .Where(entry => entry.IsParameter)
        .ToLookup(entry => entry.Name[..Math.Max(entry.Name.LastIndexOf('.'), 0)], StringComparer.Ordinal);

    /// <summary>Takes those that a module holds itself.</summary>
    /// <param name="path">The module's path.</param>
    /// <returns>Their elements; 0 where they were taken before.</returns>
    public long TakeOwn(string path) => Take(_byModule[path]);

    /// <summary>Takes those of a module and all that it holds.</summary>
    /// <param name="path">The module's path.</param>
    /// <returns>Their elements; those left out that were taken before.</returns>
    public long TakeBelow(string path) =>
        Take(path.Length == 0 ? _byModule.SelectMany(entries => entries)
            : _byModule.Where(module => module.Key == path || module.Key.StartsWith($"{path}.", StringComparison.Ordinal)).SelectMany(entries => entries));

    private long Take(IEnumerable<StateEntry> entries) =>
        entries.Where(entry => _taken.Add(entry.SharedWith ?? entry.Name)).Sum(entry => entry.Elements);
}
