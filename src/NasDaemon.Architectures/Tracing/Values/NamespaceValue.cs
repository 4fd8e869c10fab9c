using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>An imported Python module that the tracer knows.</summary>
/// <param name="path">Its full path, e.g. <c>torch.nn</c>.</param>
internal sealed class NamespaceValue(string path) : Value
{
    /// <summary>Its full path.</summary>
    public string Path { get; } = path;

    /// <inheritdoc/>
    public override string TypeName => "module";
}
