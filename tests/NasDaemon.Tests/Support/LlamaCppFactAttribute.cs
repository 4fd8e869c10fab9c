namespace NasDaemon.Tests.Support;

/// <summary>A test with a language model in a process of its own, skipped where llama.cpp's libraries were not fetched.</summary>
internal sealed class LlamaCppFactAttribute : FactAttribute
{
    private const string Library = "plugins/NasDaemon.LanguageModels.LlamaCpp/runtimes/linux-x64/native/libllama.v0.5.0.so";

    public LlamaCppFactAttribute() => Skip = File.Exists(Path.Combine(Path.GetDirectoryName(Build.Executable)!, Library))
        ? null
        : "Needs llama.cpp's libraries; plugins/NasDaemon.LanguageModels.LlamaCpp/native/fetch.sh brings them.";
}
