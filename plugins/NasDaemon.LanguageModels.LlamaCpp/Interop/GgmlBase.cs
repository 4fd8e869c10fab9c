using System.Runtime.InteropServices;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <summary>The functions of <c>ggml.h</c> and <c>ggml-backend.h</c> that the library <c>ggml-base</c> holds.</summary>
internal static unsafe partial class GgmlBase
{
    private const string Library = NativeLibraries.GgmlBase;

    [LibraryImport(Library)]
    internal static partial byte* ggml_version();

    [LibraryImport(Library)]
    internal static partial byte* ggml_backend_dev_name(nint device);

    [LibraryImport(Library)]
    internal static partial byte* ggml_backend_dev_description(nint device);

    /// <summary>0 for the processor, 1 for a graphics processor with its own memory, 2 for one without.</summary>
    [LibraryImport(Library)]
    internal static partial int ggml_backend_dev_type(nint device);
}
