using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Training;
using NasDaemon.Exports.Onnx.Building;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx;

/// <summary>Parameters and buffers as tensors of the file; only those that are read come into it.</summary>
internal sealed class StateValues
{
    private readonly IReadOnlyDictionary<string, NamedTensor> _weights;
    private readonly GraphWriter _graph;
    private readonly Dictionary<string, StateEntry> _entries;
    private readonly Dictionary<string, OnnxValue> _values = [];

    public StateValues(Architecture architecture, IReadOnlyDictionary<string, NamedTensor> weights, GraphWriter graph)
    {
        (_weights, _graph) = (weights, graph);
        _entries = architecture.State.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>The value of an entry.</summary>
    /// <param name="name">Its <c>state_dict</c> name.</param>
    public OnnxValue this[string name]
    {
        get
        {
            var entry = Owner(name);
            if (!_values.TryGetValue(entry.Name, out var value))
            {
                value = _graph.Add(new OnnxTensor(entry.Name, entry.Shape, entry.Element, Data(entry) ?? throw new InvalidOperationException($"{name} has no values.")));
                _values.Add(entry.Name, value);
            }

            return value;
        }
    }

    /// <summary>Whether the values of an entry are not to be had.</summary>
    /// <param name="name">Its <c>state_dict</c> name.</param>
    /// <returns>True where they are not.</returns>
    public bool IsUnknown(string name) => Data(Owner(name)) is null;

    private StateEntry Owner(string name) => _entries[name] is { SharedWith: { } other } ? _entries[other] : _entries[name];

    private ReadOnlyMemory<byte>? Data(StateEntry entry)
    {
        if (_weights.TryGetValue(entry.Name, out var given))
        {
            return given.Shape.AsSpan().SequenceEqual(entry.Shape.AsSpan()) && given.Element == entry.Element ? given.Data : null;
        }

        return entry.Initialisation switch
        {
            ConstantInitialisation constant => Constants.Bytes(Enumerable.Repeat(constant.Value, checked((int)entry.Elements)), entry.Element),
            LiteralInitialisation literal => Constants.Bytes(literal.Values, entry.Element),
            _ => default(ReadOnlyMemory<byte>?),
        };
    }
}
