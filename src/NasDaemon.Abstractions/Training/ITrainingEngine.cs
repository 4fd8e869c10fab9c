using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Abstractions.Training;

/// <summary>What trains. It lives in a worker process and may hold several sessions, one after another or at once.</summary>
public interface ITrainingEngine : IDisposable
{
    /// <summary>What the engine is, for reports.</summary>
    EngineInfo Info { get; }

    /// <summary>Opens a session for one network. Its weights are initialised from the setup's seed.</summary>
    /// <param name="setup">Network, recipe and data.</param>
    /// <returns>The session.</returns>
    /// <exception cref="EngineException">The engine cannot build the network; the message says why.</exception>
    ITrainingSession Open(SessionSetup setup);

    /// <summary>Writes a network with its first weights, in eval mode, as TorchScript that <c>torch.jit.load</c> reads. Written whole by rename.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="seed">The seed of its weights: those that a session of this seed begins with.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="EngineException">The engine cannot build the network or write the file; the message says why.</exception>
    void Export(Architecture architecture, long seed, string path);
}

/// <summary>What an engine is, for reports.</summary>
/// <param name="Name">Its name, e.g. <c>libtorch</c>.</param>
/// <param name="Version">The version of the library.</param>
/// <param name="Device">Where it computes, e.g. <c>cpu (AVX2)</c>.</param>
/// <param name="Precision">What <c>precision: bfloat16</c> means on this machine, in one sentence.</param>
public sealed record EngineInfo(string Name, string Version, string Device, string Precision);
