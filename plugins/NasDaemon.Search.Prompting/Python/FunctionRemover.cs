using System.Collections.Immutable;

namespace NasDaemon.Search.Prompting.Python;

/// <summary>Takes functions and methods out of a Python source by their names.</summary>
internal static class FunctionRemover
{
    /// <summary>What sources of the dialect <c>Net(in_shape, out_shape, prm, device)</c> hold for their own training, which a recipe replaces here.</summary>
    public static readonly ImmutableArray<string> Training = ["train_setup", "learn"];

    /// <summary>Removes functions.</summary>
    /// <param name="source">The source.</param>
    /// <param name="names">Their names.</param>
    /// <returns>The source without them.</returns>
    public static string Remove(string source, ImmutableArray<string> names)
    {
        var kept = new List<string>();
        int? removing = null;
        foreach (var line in SourceLines.Of(source))
        {
            if (removing is { } outer && !Ends(line, outer))
            {
                continue;
            }

            removing = Begins(line, names) ? SourceLines.Indentation(line) : null;
            if (removing is null)
            {
                kept.Add(line);
            }
        }

        while (kept is [.., ""])
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return SourceLines.Join(kept);
    }

    private static bool Begins(string line, ImmutableArray<string> names) =>
        names.Any(name => line.TrimStart().StartsWith($"def {name}(", StringComparison.Ordinal));

    // A closing bracket of the head may stand below it without being indented.
    private static bool Ends(string line, int outer) => line.Length > 0 && SourceLines.Indentation(line) <= outer && line.TrimStart()[0] != ')';
}
