using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;
using NasDaemon.Engines.LibTorch.Interop;

namespace NasDaemon.Engines.LibTorch.Networks;

/// <summary>A network inside libtorch.</summary>
/// <param name="handle">The native network, owned from now on.</param>
/// <param name="state">Its parameters and buffers.</param>
internal sealed unsafe class NativeNetwork(NetworkHandle handle, IReadOnlyList<StateEntry> state) : IDisposable
{
    private readonly Dictionary<string, StateEntry> _entries = state.ToDictionary(entry => entry.Name, StringComparer.Ordinal);

    /// <summary>The native network.</summary>
    public NetworkHandle Handle => handle;

    /// <summary>Reads the <c>state_dict</c>.</summary>
    /// <returns>Copies, in its order.</returns>
    public IReadOnlyList<NamedTensor> Read() =>
        [.. state.Where(entry => entry.IsParameter || entry.IsPersistent).Select(Read)];

    /// <summary>Writes entries.</summary>
    /// <param name="tensors">Entries by name.</param>
    public void Write(IReadOnlyList<NamedTensor> tensors)
    {
        foreach (var tensor in tensors)
        {
            Write(tensor);
        }
    }

    /// <summary>Takes over every value of another network with the same entries.</summary>
    /// <param name="source">The other network.</param>
    public void CopyFrom(NativeNetwork source) => NativeError.Check(NativeMethods.nas_network_copy_state(handle, source.Handle));

    /// <summary>Sets what <c>forward</c> takes behind the samples.</summary>
    /// <param name="inputs">The inputs in order.</param>
    public void SetExtraInputs(IReadOnlyList<NamedTensor> inputs)
    {
        NativeError.Check(NativeMethods.nas_network_clear_inputs(handle));
        foreach (var input in inputs)
        {
            fixed (long* shape = input.Shape.AsSpan())
            fixed (byte* data = input.Data.Span)
            {
                NativeError.Check(NativeMethods.nas_network_add_input(
                    handle, (int)input.Element, shape, input.Shape.Length, data, input.Data.Length));
            }
        }
    }

    /// <summary>Writes the network as TorchScript.</summary>
    /// <param name="path">The file.</param>
    public void Export(string path) => NativeError.Check(NativeMethods.nas_network_export(handle, path));

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private NamedTensor Read(StateEntry entry)
    {
        var bytes = new byte[entry.Elements * ElementSizes.Of(entry.Element)];
        fixed (byte* data = bytes)
        {
            NativeError.Check(NativeMethods.nas_network_get_state(handle, entry.Name, data, bytes.Length));
        }

        return new NamedTensor(entry.Name, entry.Shape, entry.Element, bytes);
    }

    private void Write(NamedTensor tensor)
    {
        if (!_entries.TryGetValue(tensor.Name, out var entry))
        {
            throw new EngineException($"The network has no parameter or buffer '{tensor.Name}'.");
        }

        if (entry.Element != tensor.Element || !entry.Shape.AsSpan().SequenceEqual(tensor.Shape.AsSpan()))
        {
            throw new EngineException(
                $"'{tensor.Name}' is {entry.Element} [{string.Join(", ", entry.Shape)}], not {tensor.Element} [{string.Join(", ", tensor.Shape)}].");
        }

        fixed (byte* data = tensor.Data.Span)
        {
            NativeError.Check(NativeMethods.nas_network_set_state(handle, tensor.Name, data, tensor.Data.Length));
        }
    }
}
