namespace NasDaemon.Architectures.Mending.Texts;

/// <summary>A change of a source.</summary>
/// <param name="Changes">The pieces that are replaced; none overlaps another.</param>
internal sealed record SourceEdit(IReadOnlyList<TextChange> Changes)
{
    /// <summary>Whether it may show its worth only when another cure has followed.</summary>
    public bool IsTentative { get; init; }

    /// <summary>Replaces one piece.</summary>
    /// <param name="start">The index of its first character.</param>
    /// <param name="end">The index behind its last character.</param>
    /// <param name="text">What is put there.</param>
    /// <returns>The change.</returns>
    public static SourceEdit Replace(int start, int end, string text) => new([new TextChange(start, end, text)]);

    /// <summary>Applies it.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The changed source.</returns>
    public string Apply(string source)
    {
        foreach (var change in Changes.OrderByDescending(change => change.Start))
        {
            source = string.Concat(source.AsSpan(0, change.Start), change.Text, source.AsSpan(change.End));
        }

        return source;
    }
}

/// <summary>A piece of a source that is replaced.</summary>
/// <param name="Start">The index of its first character.</param>
/// <param name="End">The index behind its last character.</param>
/// <param name="Text">What is put there.</param>
internal sealed record TextChange(int Start, int End, string Text);
