using System.Collections;
using System.Collections.Immutable;
using NasDaemon.Pipeline.Text;

namespace NasDaemon.Pipeline.Plugins;

/// <summary>The components of one contract, by name. Adding gives a new set.</summary>
/// <typeparam name="TContext">What they are created with.</typeparam>
/// <typeparam name="TComponent">The contract that they fulfil.</typeparam>
public sealed class ComponentSet<TContext, TComponent> : IComponentSet, IReadOnlyCollection<Component<TContext, TComponent>>
    where TComponent : class
{
    private readonly ImmutableSortedDictionary<string, Component<TContext, TComponent>> _components;

    /// <summary>A set without components.</summary>
    /// <param name="kind">What one of them is called, in the singular: <c>search space</c>.</param>
    public ComponentSet(string kind)
        : this(kind, ImmutableSortedDictionary.Create<string, Component<TContext, TComponent>>(StringComparer.Ordinal))
    {
    }

    private ComponentSet(string kind, ImmutableSortedDictionary<string, Component<TContext, TComponent>> components) =>
        (Kind, _components) = (kind, components);

    /// <inheritdoc/>
    public string Kind { get; }

    /// <inheritdoc cref="IReadOnlyCollection{T}.Count"/>
    public int Count => _components.Count;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => [.. _components.Keys];

    IReadOnlyCollection<IComponent> IComponentSet.Components => [.. _components.Values];

    /// <summary>The component of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message names the nearest.</exception>
    public Component<TContext, TComponent> this[string name] => Find(name) ?? throw new KeyNotFoundException(Unknown(name));

    /// <summary>Finds a component.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The component, or null.</returns>
    public Component<TContext, TComponent>? Find(string name) => _components.GetValueOrDefault(name);

    /// <inheritdoc/>
    IComponent? IComponentSet.Find(string name) => Find(name);

    /// <inheritdoc/>
    public string Unknown(string name) => $"There is no {Kind} '{name}'. {NearName.Remedy(name, Names)}";

    /// <inheritdoc/>
    public IEnumerator<Component<TContext, TComponent>> GetEnumerator() => _components.Values.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal ComponentSet<TContext, TComponent> Add(IEnumerable<Component<TContext, TComponent>> components) =>
        new(Kind, _components.AddRange(components.Select(component => KeyValuePair.Create(component.Description.Name, component))));
}
