namespace NasDaemon.Pipeline.Plugins;

/// <summary>The components of one contract, whichever it is.</summary>
public interface IComponentSet
{
    /// <summary>What one of them is called, in the singular: <c>search space</c>.</summary>
    string Kind { get; }

    /// <summary>Their names in order.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>The components in the order of their names.</summary>
    IReadOnlyCollection<IComponent> Components { get; }

    /// <summary>Finds a component.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The component, or null.</returns>
    IComponent? Find(string name);

    /// <summary>Says that a name is not known, and which is near.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The message.</returns>
    string Unknown(string name);
}
