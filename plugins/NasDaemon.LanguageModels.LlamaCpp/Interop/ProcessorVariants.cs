using System.Runtime.InteropServices;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <summary>The variants of the processor's kernels, each for other vector instructions: <c>libggml-cpu-zen4.so</c> and its like.</summary>
internal static unsafe class ProcessorVariants
{
    private const string Prefix = "libggml-cpu-";
    private const string Suffix = ".so";
    private const string ScoreFunction = "ggml_backend_score";

    /// <summary>The files that this processor announces to be able to run, the fastest first. Each rates itself.</summary>
    /// <param name="folder">Where they lie.</param>
    public static IReadOnlyList<string> Usable(string folder) =>
        [.. Directory.EnumerateFiles(folder, Prefix + "*" + Suffix)
            .Select(path => (Path: path, Score: Score(path)))
            .Where(variant => variant.Score > 0)
            .OrderByDescending(variant => variant.Score)
            .ThenBy(variant => variant.Path, StringComparer.Ordinal)
            .Select(variant => variant.Path)];

    /// <summary>A variant's short name, e.g. <c>zen4</c>.</summary>
    public static string Name(string path) => Path.GetFileName(path)[Prefix.Length..^Suffix.Length];

    private static int Score(string path)
    {
        if (!NativeLibrary.TryLoad(path, out var library))
        {
            return 0;
        }

        try
        {
            return NativeLibrary.TryGetExport(library, ScoreFunction, out var function) ? ((delegate* unmanaged[Cdecl]<int>)function)() : 0;
        }
        finally
        {
            NativeLibrary.Free(library);
        }
    }
}
