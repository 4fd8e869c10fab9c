using NasDaemon.Pipeline.Text;

namespace NasDaemon.Pipeline.Plugins;

/// <summary>The components of two contracts that are named in the same place.</summary>
/// <param name="first">The set that gives both their kind, and wins where a name stands in both.</param>
/// <param name="second">The other.</param>
internal sealed class JoinedComponents(IComponentSet first, IComponentSet second) : IComponentSet
{
    /// <inheritdoc/>
    public string Kind => first.Kind;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => [.. Components.Select(component => component.Description.Name)];

    /// <inheritdoc/>
    public IReadOnlyCollection<IComponent> Components =>
        [.. first.Components.Concat(second.Components).OrderBy(component => component.Description.Name, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IComponent? Find(string name) => first.Find(name) ?? second.Find(name);

    /// <inheritdoc/>
    public string Unknown(string name) => $"There is no {Kind} '{name}'. {NearName.Remedy(name, Names)}";
}
