using System.Collections.Immutable;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Commands.Tracing.Pictures;

/// <summary>One application of a module with what it holds.</summary>
/// <param name="Path">The module's path; empty for the network itself.</param>
/// <param name="Parts">Its operators and the modules that it applies, in the order of execution.</param>
internal sealed record PictureFrame(string Path, ImmutableArray<PicturePart> Parts)
{
    /// <summary>Sorts a network's operators into the applications of its modules. One with a single operator is that operator and has no frame.</summary>
    /// <param name="calls">The applications, the network's own first.</param>
    /// <returns>The network itself.</returns>
    public static PictureFrame Of(ImmutableArray<ModuleCall> calls)
    {
        var next = 1;
        return Of(calls, 0, ref next);
    }

    private static PictureFrame Of(ImmutableArray<ModuleCall> calls, int index, ref int next)
    {
        var (call, parts) = (calls[index], ImmutableArray.CreateBuilder<PicturePart>());
        var node = call.FirstNode;
        while (next < calls.Length && calls[next].Depth > call.Depth)
        {
            var inner = calls[next];
            AddOperators(parts, node, inner.FirstNode);
            var frame = Of(calls, next++, ref next);
            parts.AddRange(inner.EndNode - inner.FirstNode > 1 ? [new PicturePart(-1, frame)] : frame.Parts);
            node = inner.EndNode;
        }

        AddOperators(parts, node, call.EndNode);
        return new PictureFrame(call.Path, parts.ToImmutable());
    }

    private static void AddOperators(ImmutableArray<PicturePart>.Builder parts, int first, int end)
    {
        for (var index = first; index < end; index++)
        {
            parts.Add(new PicturePart(index, null));
        }
    }
}

/// <summary>What a frame holds: an operator, or another frame.</summary>
/// <param name="Node">The operator.</param>
/// <param name="Frame">The frame; null for an operator.</param>
internal sealed record PicturePart(int Node, PictureFrame? Frame);
