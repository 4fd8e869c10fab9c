using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Pipeline.Choices;

/// <summary>Answers every decision about operations with all of them, which makes the supernet; another answers the rest.</summary>
/// <param name="others">Who answers the decisions that are not about operations.</param>
public sealed class SupernetChoices(IChoices others) : IChoices
{
    /// <inheritdoc/>
    public string Pick(string name, IReadOnlyList<string> options) => others.Pick(name, options);

    /// <inheritdoc/>
    public int Integer(string name, int minimum, int maximum, int step = 1) => others.Integer(name, minimum, maximum, step);

    /// <inheritdoc/>
    public IReadOnlyList<string> Operations(string name, IReadOnlyList<string> operations) => operations;
}
