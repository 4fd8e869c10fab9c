using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Library;

namespace NasDaemon.Architectures.Tracing;

/// <summary>
/// Names that a source finds without importing them. Published runs of generated networks import these before each source,
/// so language models learn to leave the imports out.
/// </summary>
internal static class AmbientNames
{
    private static readonly (string Name, string Path)[] Names =
    [
        ("torch", "torch"), ("nn", "torch.nn"), ("F", "torch.nn.functional"), ("math", "math"), ("Tensor", "torch.Tensor"),
        .. new[] { "Any", "Callable", "Dict", "Iterable", "List", "Optional", "Sequence", "Tuple", "Type", "Union" }.Select(name => (name, $"typing.{name}")),
    ];

    /// <summary>Binds them.</summary>
    /// <param name="frame">The frame of the file.</param>
    public static void Bind(Frame frame)
    {
        foreach (var (name, path) in Names)
        {
            frame.Variables[name] = PythonLibrary.Module(path);
        }
    }
}
