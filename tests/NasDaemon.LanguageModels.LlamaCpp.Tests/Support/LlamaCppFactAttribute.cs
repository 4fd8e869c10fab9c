using NasDaemon.LanguageModels.LlamaCpp.Interop;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.LanguageModels.LlamaCpp.Tests.Support;

/// <summary>A test that needs llama.cpp's libraries; it is skipped, and says so, where they were not fetched.</summary>
internal sealed class LlamaCppFactAttribute : FactAttribute
{
    public LlamaCppFactAttribute() => Skip = Libraries.Absent;
}

/// <summary>A theory that needs llama.cpp's libraries.</summary>
internal sealed class LlamaCppTheoryAttribute : TheoryAttribute
{
    public LlamaCppTheoryAttribute() => Skip = Libraries.Absent;
}

/// <summary>A test that needs the small real model besides.</summary>
internal sealed class RealModelFactAttribute : FactAttribute
{
    public RealModelFactAttribute() => Skip = Libraries.Absent ?? (RealModel.Path is null ? "Needs ../shared/models, which is not here." : null);
}

/// <summary>Whether the libraries are there.</summary>
internal static class Libraries
{
    public static string? Absent { get; } = File.Exists(Path.Combine(NativeLibraries.DefaultFolder, NativeLibraries.Llama))
        ? null
        : "Needs llama.cpp's libraries; native/fetch.sh of the plugin brings them.";
}
