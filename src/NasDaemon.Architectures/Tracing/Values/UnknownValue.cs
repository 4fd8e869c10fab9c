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

    /// <inheritdoc/>
    public override string TypeName => Path;
}
