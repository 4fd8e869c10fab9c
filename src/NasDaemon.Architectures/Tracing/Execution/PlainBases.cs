using System.Collections.Frozen;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Bases that add nothing that a network needs.</summary>
internal static class PlainBases
{
    private static readonly FrozenSet<string> Paths = new[]
    {
        "abc.ABC", "typing.Generic", "typing.Protocol", "typing_extensions.Protocol",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a base can be left out.</summary>
    /// <param name="path">Its full path.</param>
    /// <returns>True where it can.</returns>
    public static bool Contains(string path) => Paths.Contains(path);
}
