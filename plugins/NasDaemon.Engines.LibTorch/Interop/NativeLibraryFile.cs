using System.Reflection;
using System.Runtime.InteropServices;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Engines.LibTorch.Interop;

/// <summary>Finds and loads our native library.</summary>
internal static class NativeLibraryFile
{
    /// <summary>Its name in the import declarations.</summary>
    public const string Name = "nasdaemon_torch";

    /// <summary>The environment variable that names another file.</summary>
    public const string Override = "NASDAEMON_LIBTORCH_NATIVE";

    private const string BesidePlugin = "runtimes/linux-x64/native/libnasdaemon_torch.so";

    /// <summary>Where it is expected: where <see cref="Override"/> says, else beside the plugin's assembly.</summary>
    public static string Path => Environment.GetEnvironmentVariable(Override) is { Length: > 0 } path
        ? path
        : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(NativeLibraryFile).Assembly.Location)!, BesidePlugin);

    /// <summary>Checks that the library is there, that it loads, and that it is of this version.</summary>
    /// <param name="path">Where it is expected.</param>
    /// <exception cref="EngineException">It is not; the message says what to do.</exception>
    public static void Require(string path)
    {
        if (!File.Exists(path))
        {
            throw new EngineException(
                $"The native library {path} is not there. Run ./install.sh, or build it with plugins/NasDaemon.Engines.LibTorch/native/build.sh and build the plugin again.");
        }

        if (!NativeLibrary.TryLoad(path, out _))
        {
            throw new EngineException($"The native library {path} does not load: {Reason(path)} Install Debian's libtorch-dev, or run ./install.sh.");
        }

        if (NativeMethods.nas_abi_version() is var version && version != NativeMethods.AbiVersion)
        {
            throw new EngineException(
                $"The native library {path} has version {version}, and version {NativeMethods.AbiVersion} is needed. Build it again with native/build.sh.");
        }
    }

    /// <summary>Resolves <see cref="Name"/> for the runtime.</summary>
    /// <param name="name">The name in the import declaration.</param>
    /// <param name="assembly">The assembly that imports.</param>
    /// <param name="searchPath">Not used: the place is known.</param>
    /// <returns>The library; zero for names that are not ours.</returns>
    public static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == Name ? NativeLibrary.Load(Path) : 0;

    private static string Reason(string path)
    {
        try
        {
            NativeLibrary.Load(path);
            return string.Empty;
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            return exception.Message;
        }
    }
}
