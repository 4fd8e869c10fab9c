namespace NasDaemon.Abstractions.Spaces;

/// <summary>One decision of a search space as it was answered.</summary>
/// <param name="Name">The decision's name, e.g. <c>cell/edge 0→1</c>.</param>
/// <param name="Index">Which option was taken, from 0.</param>
/// <param name="Options">The options as text, in the order in which the space offered them.</param>
public sealed record Answer(string Name, int Index, IReadOnlyList<string> Options)
{
    /// <summary>The option taken, as text.</summary>
    public string Text => Options[Index];

    /// <inheritdoc/>
    public bool Equals(Answer? other) => other is not null && Name == other.Name && Index == other.Index && Options.SequenceEqual(other.Options);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Index, Options.Count);
}
