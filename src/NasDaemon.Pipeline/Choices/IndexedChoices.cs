using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Pipeline.Choices;

/// <summary>Answers every kind of decision as the index of an option, which is all that most methods differ in.</summary>
public abstract class IndexedChoices : IChoices
{
    /// <inheritdoc/>
    public string Pick(string name, IReadOnlyList<string> options) => options[Choose(name, options)];

    /// <inheritdoc/>
    public int Integer(string name, int minimum, int maximum, int step = 1) =>
        minimum + (step * Choose(name, IntegerOptions.Of(minimum, maximum, step)));

    /// <inheritdoc/>
    public IReadOnlyList<string> Operations(string name, IReadOnlyList<string> operations) => [operations[Choose(name, operations)]];

    /// <summary>Takes one of several options.</summary>
    /// <param name="name">The decision's name.</param>
    /// <param name="options">The options as text; at least one.</param>
    /// <returns>The index of the option taken.</returns>
    protected internal abstract int Choose(string name, IReadOnlyList<string> options);
}
