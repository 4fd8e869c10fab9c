using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Pipeline.Plugins;

/// <summary>A component that a plugin brings.</summary>
/// <typeparam name="TContext">What it is created with.</typeparam>
/// <typeparam name="TComponent">The contract that it fulfils.</typeparam>
/// <param name="Plugin">The plugin that brings it.</param>
/// <param name="Description">Name, summary and options.</param>
/// <param name="Create">Makes one.</param>
public sealed record Component<TContext, TComponent>(
    string Plugin,
    ComponentDescription Description,
    Func<TContext, TComponent> Create) : IComponent
    where TComponent : class;

/// <summary>What is known of a component whatever its contract.</summary>
public interface IComponent
{
    /// <summary>The plugin that brings it.</summary>
    string Plugin { get; }

    /// <summary>Name, summary and options.</summary>
    ComponentDescription Description { get; }
}
