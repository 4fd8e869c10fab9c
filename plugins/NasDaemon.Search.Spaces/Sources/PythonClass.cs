using System.Collections.Immutable;

namespace NasDaemon.Search.Spaces.Sources;

/// <summary>A helper class of a written network. It is written for images; inputs of one dimension get the same class with <c>1d</c> modules.</summary>
/// <param name="Text">The whole class without a blank line at its end.</param>
/// <param name="Uses">Classes that it needs before it.</param>
internal sealed record PythonClass(string Text, ImmutableArray<PythonClass> Uses)
{
    /// <summary>A class that stands alone.</summary>
    /// <param name="text">The whole class.</param>
    public PythonClass(string text)
        : this(text, [])
    {
    }
}
