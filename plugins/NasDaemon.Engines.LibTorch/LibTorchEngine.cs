using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;
using NasDaemon.Engines.LibTorch.Devices;
using NasDaemon.Engines.LibTorch.Interop;
using NasDaemon.Engines.LibTorch.Networks;
using NasDaemon.Engines.LibTorch.Training;

namespace NasDaemon.Engines.LibTorch;

/// <summary>Trains by libtorch, one thread a process.</summary>
internal sealed class LibTorchEngine : ITrainingEngine
{
    private readonly LibTorchOptions _options;
    private readonly ComputeDevice _device;
    private readonly BFloat16Rule _bfloat16;

    /// <summary>Loads the native library and chooses the device.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="EngineException">The native library is missing or does not load; the message says what to do.</exception>
    public LibTorchEngine(LibTorchOptions options)
    {
        NativeLibraryFile.Require(NativeLibraryFile.Path);
        _options = options;
        _device = ComputeDevice.Choose(options.Device);
        _bfloat16 = BFloat16Rule.Decide(_device, ProcessorFeatures.Detect(), options.ForceBFloat16);
        Info = new EngineInfo(LibTorchPlugin.EngineName, Version(), _device.Description, _bfloat16.Sentence);
    }

    /// <inheritdoc/>
    public EngineInfo Info { get; }

    /// <inheritdoc/>
    public ITrainingSession Open(SessionSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var form = new NetworkForm(_device.Name, ChannelsLast: true, _bfloat16.Apply(setup.Training.Precision));
        return new LibTorchSession(setup, form, _options.ComposedUpdate);
    }

    /// <inheritdoc/>
    public void Export(Architecture architecture, long seed, string path)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        using var network = NetworkBuilder.Build(architecture, NetworkForm.Exported, seed);
        WholeFile.Write(path, network.Export);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Every session owns what it uses, and the library stays loaded for the life of the process.
    }

    private static unsafe string Version() => NativeError.Text(NativeMethods.nas_torch_version());
}
