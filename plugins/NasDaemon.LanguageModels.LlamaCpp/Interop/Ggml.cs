using System.Runtime.InteropServices;

namespace NasDaemon.LanguageModels.LlamaCpp.Interop;

/// <summary>The functions of <c>ggml-backend.h</c> that the library <c>ggml</c> holds: the registry of processors.</summary>
internal static unsafe partial class Ggml
{
    private const string Library = NativeLibraries.Ggml;

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint ggml_backend_load(string path);

    [LibraryImport(Library)]
    internal static partial nuint ggml_backend_dev_count();

    [LibraryImport(Library)]
    internal static partial nint ggml_backend_dev_get(nuint index);
}
