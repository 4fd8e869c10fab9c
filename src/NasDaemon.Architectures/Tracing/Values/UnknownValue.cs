using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>
/// Something imported that the tracer does not know, or does not allow. It may be passed on and named in annotations;
/// a network that calls or computes with it is refused.
/// </summary>
/// <param name="path">Its full path, e.g. <c>numpy.array</c>.</param>
internal sealed class UnknownValue(string path) : Value
{
    /// <summary>Its full path.</summary>
    public string Path { get; } = path;

    /// <summary>The place of the import of a module that is not there; the default where the module is there but the tracer does not know the name.</summary>
    public SourcePosition ImportedAt { get; init; }

    /// <summary>Something in it, which is as unknown.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The placeholder.</returns>
    public UnknownValue Member(string name) => new($"{Path}.{name}") { ImportedAt = ImportedAt };

    /// <inheritdoc/>
    public override string TypeName => Path;
}
