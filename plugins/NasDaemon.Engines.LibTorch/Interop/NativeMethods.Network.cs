using System.Runtime.InteropServices;

namespace NasDaemon.Engines.LibTorch.Interop;

/// <content>Networks.</content>
internal static unsafe partial class NativeMethods
{
    /// <summary>Makes an empty network.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int nas_network_create(string device, int channelsLast, ulong seed, out NetworkHandle network);

    /// <summary>Frees a network.</summary>
    [LibraryImport(Library)]
    internal static partial void nas_network_destroy(nint network);

    /// <summary>Names a sub-module.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int nas_network_add_module(NetworkHandle network, string path, string typeName);

    /// <summary>Registers a parameter or buffer.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int nas_network_add_state(NetworkHandle network, string name, string? sharedWith, in NativeStateEntry entry);

    /// <summary>Compiles the forward method.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int nas_network_define(NetworkHandle network, string source);

    /// <summary>Forgets the extra inputs.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_network_clear_inputs(NetworkHandle network);

    /// <summary>Adds an extra input.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_network_add_input(
        NetworkHandle network, int element, long* shape, int dimensions, byte* data, long bytes);

    /// <summary>Reads an entry.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int nas_network_get_state(NetworkHandle network, string name, byte* data, long bytes);

    /// <summary>Writes an entry.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int nas_network_set_state(NetworkHandle network, string name, byte* data, long bytes);

    /// <summary>Copies every entry from another network.</summary>
    [LibraryImport(Library)]
    internal static partial int nas_network_copy_state(NetworkHandle network, NetworkHandle source);

    /// <summary>Writes TorchScript.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int nas_network_export(NetworkHandle network, string path);
}
