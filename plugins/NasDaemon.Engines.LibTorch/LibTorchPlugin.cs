using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Engines.LibTorch;

/// <summary>Brings the engine <c>libtorch</c>.</summary>
public sealed class LibTorchPlugin : IPlugin
{
    /// <summary>The engine's name in tasks.</summary>
    internal const string EngineName = "libtorch";

    /// <inheritdoc/>
    public string Summary => "Trains networks by libtorch, PyTorch's own library.";

    /// <inheritdoc/>
    public void Register(IComponentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddEngine(
            new ComponentDescription(EngineName, "Trains by libtorch on the processor or a CUDA device.", LibTorchOptions.Definitions),
            context => new LibTorchEngine(LibTorchOptions.From(context.Options)));
    }
}
