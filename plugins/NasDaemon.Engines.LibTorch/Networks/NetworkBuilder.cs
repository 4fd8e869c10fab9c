using System.Text;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Emit;
using NasDaemon.Engines.LibTorch.Interop;

namespace NasDaemon.Engines.LibTorch.Networks;

/// <summary>Builds networks inside libtorch from traced ones.</summary>
internal static unsafe class NetworkBuilder
{
    private const int ParameterFlag = 1;
    private const int TrainableFlag = 2;
    private const int PersistentFlag = 4;

    /// <summary>Builds a network and draws its first weights.</summary>
    /// <param name="architecture">The traced network.</param>
    /// <param name="form">The form it takes.</param>
    /// <param name="seed">The seed of its weights.</param>
    /// <returns>The network.</returns>
    public static NativeNetwork Build(Architecture architecture, NetworkForm form, long seed) =>
        Build(architecture, TorchScriptEmitter.Lower(architecture, new LoweringOptions(form.Precision)).ForwardSource, form, seed);

    /// <summary>Builds a network with a given forward method.</summary>
    /// <param name="architecture">Its parameters, buffers and modules.</param>
    /// <param name="forwardSource">The method, in TorchScript.</param>
    /// <param name="form">The form it takes.</param>
    /// <param name="seed">The seed of its weights.</param>
    /// <returns>The network.</returns>
    public static NativeNetwork Build(Architecture architecture, string forwardSource, NetworkForm form, long seed)
    {
        NativeError.Check(NativeMethods.nas_network_create(form.Device, form.ChannelsLast ? 1 : 0, unchecked((ulong)seed), out var handle));
        var network = new NativeNetwork(handle, architecture.State);
        try
        {
            foreach (var (path, typeName) in ModuleTree.Of(architecture))
            {
                NativeError.Check(NativeMethods.nas_network_add_module(handle, path, typeName));
            }

            foreach (var entry in architecture.State)
            {
                AddState(handle, entry);
            }

            NativeError.Check(NativeMethods.nas_network_define(handle, forwardSource));
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    private static void AddState(NetworkHandle network, StateEntry entry)
    {
        var source = entry.Initialisation is ComputedInitialisation computed ? Encoding.UTF8.GetBytes(computed.Source + '\0') : [];
        var literals = entry.Initialisation is LiteralInitialisation literal ? literal.Values.AsSpan() : [];
        fixed (long* shape = entry.Shape.AsSpan())
        fixed (double* values = literals)
        fixed (byte* text = source)
        {
            var native = new NativeStateEntry
            {
                Shape = shape,
                Dimensions = entry.Shape.Length,
                Element = (int)entry.Element,
                Flags = (entry.IsParameter ? ParameterFlag : 0)
                    | (entry.IsTrainable ? TrainableFlag : 0)
                    | (entry.IsPersistent ? PersistentFlag : 0),
                Initialisation = Initialisation(entry.Initialisation) with { Values = values, ValueCount = literals.Length, Source = text },
            };
            NativeError.Check(NativeMethods.nas_network_add_state(network, entry.Name, entry.SharedWith, in native));
        }
    }

    private static NativeInitialisation Initialisation(Initialisation initialisation) => initialisation switch
    {
        ConstantInitialisation constant => new() { Kind = 0, A = constant.Value },
        UniformInitialisation uniform => new() { Kind = 1, A = uniform.Low, B = uniform.High },
        NormalInitialisation normal => new() { Kind = 2, A = normal.Mean, B = normal.StandardDeviation },
        TruncatedNormalInitialisation cut => new() { Kind = 3, A = cut.Mean, B = cut.StandardDeviation, C = cut.Low, D = cut.High },
        OrthogonalInitialisation orthogonal => new() { Kind = 4, A = orthogonal.Gain },
        LiteralInitialisation => new() { Kind = 5 },
        ComputedInitialisation => new() { Kind = 6 },
        _ => throw new ArgumentException($"The engine does not know {initialisation.GetType().Name}.", nameof(initialisation)),
    };
}
