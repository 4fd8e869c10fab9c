using System.Security.Cryptography;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Fingerprints;

/// <summary>
/// The second level of "the same network": MD5 over the canonical graph. Names, comments and the order of definition are gone;
/// operators, arguments, shapes, wiring and sharing are kept.
/// </summary>
/// <remarks>
/// The graph is walked from its output along the arguments in their order; what is met first gets the next number. A directed acyclic
/// graph with one output and ordered arguments has exactly one such walk, so that equal numbers mean equal graphs: parameters are known by
/// where they are used, a shared one is met twice under one number, and what the output does not depend on is never met.
/// The operands of <c>add</c> and <c>mul</c> are put in the order of their structural hashes first.
/// </remarks>
public static class GraphFingerprint
{
    /// <summary>Computes the fingerprint of a network.</summary>
    /// <param name="architecture">The network.</param>
    /// <returns>32 lower-case hexadecimal digits.</returns>
    public static string Compute(Architecture architecture)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        using var writer = new CanonicalWriter();
        using var scratch = new CanonicalWriter();
        var walk = new GraphWalk(architecture, writer, scratch);
        walk.Write();
        if (architecture.Evaluation is { } evaluation)
        {
            var other = architecture with { Nodes = evaluation.Nodes, Output = evaluation.Output, OutputType = evaluation.OutputType };
            new GraphWalk(other, writer, scratch, walk).Write();
        }

        Md5.Hash(writer.Written, hash);
        return Convert.ToHexStringLower(hash);
    }
}
