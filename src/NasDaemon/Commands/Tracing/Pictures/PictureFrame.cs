using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Commands.Tracing.Pictures;

/// <summary>A module with what it holds. One that is applied twice holds both applications.</summary>
internal sealed class PictureFrame
{
    private readonly Dictionary<string, PictureFrame> _inner = new(StringComparer.Ordinal);

    private PictureFrame(string path, int number) => (Path, Number) = (path, number);

    /// <summary>The module's path; empty for the network itself.</summary>
    public string Path { get; }

    /// <summary>The frame's number, which no other has.</summary>
    public int Number { get; }

    /// <summary>Its operators and inner modules, in the order of execution.</summary>
    public List<(int Node, PictureFrame? Frame)> Parts { get; } = [];

    /// <summary>Sorts a network's operators into its modules. A module with a single operator is that operator and has no frame.</summary>
    /// <param name="architecture">The network.</param>
    /// <returns>The network itself.</returns>
    public static PictureFrame Of(Architecture architecture)
    {
        var operators = architecture.Nodes.CountBy(node => node.ModulePath).ToDictionary(StringComparer.Ordinal);
        var inner = architecture.Nodes.SelectMany(node => Parents(node.ModulePath).SkipLast(1)).ToHashSet(StringComparer.Ordinal);
        var root = new PictureFrame(string.Empty, 0);
        var count = 0;
        for (var index = 0; index < architecture.Nodes.Length; index++)
        {
            var frame = root;
            foreach (var path in Parents(architecture.Nodes[index].ModulePath))
            {
                if (operators.GetValueOrDefault(path) > 1 || inner.Contains(path))
                {
                    frame = frame.Inner(path, ref count);
                }
            }

            frame.Parts.Add((index, null));
        }

        return root;
    }

    private PictureFrame Inner(string path, ref int count)
    {
        if (!_inner.TryGetValue(path, out var inner))
        {
            inner = new PictureFrame(path, ++count);
            _inner.Add(path, inner);
            Parts.Add((-1, inner));
        }

        return inner;
    }

    // layer1.0.conv → layer1, layer1.0, layer1.0.conv
    private static IEnumerable<string> Parents(string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            yield return path[..dot];
        }

        if (path.Length > 0)
        {
            yield return path;
        }
    }
}
