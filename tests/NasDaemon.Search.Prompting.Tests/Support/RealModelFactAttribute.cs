using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Search.Prompting.Tests.Support;

/// <summary>A test that needs the small real model and llama.cpp's libraries; it is skipped, and says so, where they are absent.</summary>
internal sealed class RealModelFactAttribute : FactAttribute
{
    public RealModelFactAttribute() => Skip = RealModel.Path is null
        ? "Needs ../shared/models, which is not here."
        : Directory.Exists(Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native")) ? null : "Needs llama.cpp's libraries; native/fetch.sh of the plugin brings them.";
}
