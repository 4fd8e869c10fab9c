using System.Runtime.InteropServices;

namespace NasDaemon.Engines.LibTorch.Interop;

/// <summary>The functions of <c>nasdaemon_torch.h</c>, named as there.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = NativeLibraryFile.Name;

    /// <summary>The version of the interface that this class is written for.</summary>
    public const int AbiVersion = 1;

    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, NativeLibraryFile.Resolve);

    /// <summary>The interface's version.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_abi_version();

    /// <summary>The message of the last failure on this thread.</summary>
    [LibraryImport(Library)]
    internal static partial byte* nas_last_error();

    /// <summary>Handles that were created and not yet destroyed.</summary>
    [LibraryImport(Library)]
    internal static partial long nas_live_handles();

    /// <summary>The version of libtorch.</summary>
    [LibraryImport(Library)]
    internal static partial byte* nas_torch_version();

    /// <summary>The vector instructions of libtorch's kernels.</summary>
    [LibraryImport(Library)]
    internal static partial byte* nas_processor_capability();

    /// <summary>Whether libtorch was built with oneDNN.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_has_onednn();

    /// <summary>How many CUDA devices libtorch can use.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_cuda_device_count();

    /// <summary>Major × 10 + minor of the first device.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_cuda_compute_capability();
}
