using System.Collections.Immutable;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <summary>llama.cpp, loaded and tested, with the processors that it can use. A process has it once: native libraries are never unloaded.</summary>
internal sealed class NativeRuntime
{
    private static readonly Lock Loading = new();
    private static NativeRuntime? _loaded;

    private NativeRuntime(string folder, string variant, NativeLog log, ImmutableArray<string> notes) =>
        (Folder, Variant, Log, Notes) = (folder, variant, log, notes);

    /// <summary>Where its libraries lie.</summary>
    public string Folder { get; }

    /// <summary>The variant of the processor's kernels.</summary>
    public string Variant { get; }

    /// <summary>What the library complains about.</summary>
    public NativeLog Log { get; }

    /// <summary>What is worth knowing of it.</summary>
    public ImmutableArray<string> Notes { get; }

    /// <summary>Loads llama.cpp where that has not happened yet.</summary>
    /// <param name="folder">Where its libraries lie.</param>
    /// <param name="variantsLower">How many of the fastest variants are left out, since they crashed.</param>
    /// <exception cref="Abstractions.LanguageModels.LanguageModelException">It cannot be used; the failure says why and what helps.</exception>
    public static NativeRuntime Require(string folder, int variantsLower)
    {
        lock (Loading)
        {
            return _loaded ??= Load(folder, variantsLower);
        }
    }

    private static NativeRuntime Load(string folder, int variantsLower)
    {
        NativeLibraries.Load(folder);
        SelfTest.Run();
        var log = new NativeLog();
        log.Listen();
        var usable = ProcessorVariants.Usable(folder);
        if (usable.Count <= variantsLower)
        {
            throw Refusal.Of(
                usable.Count == 0
                    ? $"None of the libggml-cpu-*.so in {folder} runs on this processor."
                    : $"Every variant of llama.cpp's kernels that this processor announces to run crashed: {string.Join(", ", usable.Select(ProcessorVariants.Name))}.",
                "Check that the folder is whole and that the machine is not emulated; or use a server of another machine by the kind openai.");
        }

        // Accelerators first, as the library itself does; the folder of a processor-only package holds none.
        foreach (var accelerator in Directory.EnumerateFiles(folder, "libggml-*.so").Order(StringComparer.Ordinal).Where(IsAccelerator))
        {
            Ggml.ggml_backend_load(accelerator);
        }

        var chosen = usable[variantsLower];
        if (Ggml.ggml_backend_load(chosen) == 0)
        {
            throw Refusal.Of($"llama.cpp could not load {chosen}: {log.Take()}", null);
        }

        Llama.llama_backend_init();
        ImmutableArray<string> notes = variantsLower == 0
            ? []
            : [$"The kernels are {ProcessorVariants.Name(chosen)}, not {ProcessorVariants.Name(usable[variantsLower - 1])}, which crashed by an illegal instruction."];
        return new NativeRuntime(folder, ProcessorVariants.Name(chosen), log, notes);
    }

    private static bool IsAccelerator(string path)
    {
        var name = Path.GetFileName(path);
        return name != NativeLibraries.GgmlBase && !name.StartsWith("libggml-cpu-", StringComparison.Ordinal);
    }
}
