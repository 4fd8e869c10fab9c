using System.Reflection;
using System.Runtime.InteropServices;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <summary>The files of llama.cpp. Their names carry its version, so that another one is not taken by accident.</summary>
internal static class NativeLibraries
{
    /// <summary>The library of <c>llama.h</c>.</summary>
    public const string Llama = "libllama.v0.5.0.so";

    /// <summary>The registry of processors.</summary>
    public const string Ggml = "libggml.v0.5.0.so";

    /// <summary>What all of them share.</summary>
    public const string GgmlBase = "libggml-base.so";

    private const string BesidePlugin = "runtimes/linux-x64/native";
    private const string Remedy = "Run ./install.sh, or plugins/NasDaemon.LanguageModels.LlamaCpp/native/fetch.sh and build again; or let the model's option libraries name the folder that holds them.";

    static NativeLibraries() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);

    /// <summary>Where they lie where no option says otherwise.</summary>
    public static string DefaultFolder => Path.Combine(Path.GetDirectoryName(typeof(NativeLibraries).Assembly.Location)!, BesidePlugin);

    /// <summary>Loads the libraries of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="Abstractions.LanguageModels.LanguageModelException">One is absent or does not load.</exception>
    public static void Load(string folder)
    {
        foreach (var path in new[] { GgmlBase, Ggml, Llama }.Select(name => Path.Combine(folder, name)))
        {
            if (!File.Exists(path))
            {
                throw Refusal.Of($"llama.cpp's library {path} is not there.", Remedy);
            }

            try
            {
                NativeLibrary.Load(path);
            }
            catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
            {
                throw Refusal.Of($"llama.cpp's library {path} does not load: {exception.Message}", Remedy, exception);
            }
        }
    }

    // What is loaded already is found by its name alone; the plugin's own folder must not bring a second copy.
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name is Llama or Ggml or GgmlBase ? NativeLibrary.Load(name) : 0;
}
