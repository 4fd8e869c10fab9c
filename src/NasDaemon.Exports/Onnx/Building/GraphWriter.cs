using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Exports.Onnx.Model;

namespace NasDaemon.Exports.Onnx.Building;

/// <summary>Collects the nodes and constants of an ONNX graph.</summary>
/// <param name="batch">The batch size that the graph is fixed to; null leaves it open.</param>
internal sealed class GraphWriter(long? batch)
{
    private readonly List<OnnxNode> _nodes = [];
    private readonly List<OnnxTensor> _tensors = [];
    private readonly Dictionary<string, OnnxValue> _constants = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private OnnxValue? _batch;
    private string _scope = "network";

    /// <summary>The nodes so far.</summary>
    public ImmutableArray<OnnxNode> Written => [.. _nodes];

    /// <summary>Weights and constants so far.</summary>
    public ImmutableArray<OnnxTensor> Tensors => [.. _tensors];

    /// <summary>Names what is written from here on.</summary>
    /// <param name="scope">The module and operator of our own graph.</param>
    public void Enter(string scope) => _scope = scope;

    /// <summary>A dimension as the file has it.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <returns>Its size where the batch is fixed.</returns>
    public Dimension Fix(Dimension dimension) => batch is { } size ? dimension.At(size) : dimension;

    /// <summary>A type as the file has it.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The type with its batch fixed where it is.</returns>
    public TensorType Fix(TensorType type) => type with { Shape = [.. type.Shape.Select(Fix)] };

    /// <summary>Takes a name for itself.</summary>
    /// <param name="wanted">The name.</param>
    /// <returns>The name, with a number where it is taken.</returns>
    public string Claim(string wanted)
    {
        var name = wanted;
        for (var number = 1; !_names.Add(name); number++)
        {
            name = $"{wanted}_{number.ToString(CultureInfo.InvariantCulture)}";
        }

        return name;
    }

    /// <summary>Adds a tensor under a name of its own.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <returns>Its value.</returns>
    public OnnxValue Add(OnnxTensor tensor)
    {
        var named = tensor with { Name = Claim(tensor.Name) };
        _tensors.Add(named);
        return new OnnxValue(named.Name, new TensorType([.. tensor.Shape.Select(Dimension.FromInt64)], tensor.Element));
    }

    /// <summary>A constant; equal ones stand in the file once.</summary>
    /// <param name="constant">The constant.</param>
    /// <returns>Its value.</returns>
    public OnnxValue Constant(OnnxTensor constant)
    {
        var key = $"{constant.Element} {string.Join(',', constant.Shape)} {Convert.ToHexString(constant.Data.Span)}";
        if (!_constants.TryGetValue(key, out var value))
        {
            value = Add(constant with { Name = "constant" });
            _constants.Add(key, value);
        }

        return value;
    }

    /// <summary>Writes a node with one output.</summary>
    /// <param name="name">The ONNX operator.</param>
    /// <param name="type">What it makes.</param>
    /// <param name="inputs">What it reads; null for an optional input that is left out.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <returns>Its output.</returns>
    public OnnxValue Node(string name, TensorType type, ReadOnlySpan<OnnxValue?> inputs, params ReadOnlySpan<OnnxAttribute> attributes) =>
        Nodes(name, [type], inputs, attributes)[0];

    /// <summary>Writes a node with several outputs.</summary>
    /// <param name="name">The ONNX operator.</param>
    /// <param name="types">What it makes.</param>
    /// <param name="inputs">What it reads; null for an optional input that is left out.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <returns>Its outputs.</returns>
    public ImmutableArray<OnnxValue> Nodes(
        string name, ReadOnlySpan<TensorType> types, ReadOnlySpan<OnnxValue?> inputs, params ReadOnlySpan<OnnxAttribute> attributes)
    {
        var outputs = ImmutableArray.CreateBuilder<OnnxValue>(types.Length);
        var own = Claim($"{_scope}/{name}");
        foreach (var type in types)
        {
            outputs.Add(new OnnxValue(types.Length == 1 ? own : Claim($"{own}.{outputs.Count}"), Fix(type)));
        }

        // Optional inputs at the end are left out altogether: some runtimes take an empty name there for a tensor.
        while (!inputs.IsEmpty && inputs[^1] is null)
        {
            inputs = inputs[..^1];
        }

        var read = ImmutableArray.CreateBuilder<string>(inputs.Length);
        foreach (var input in inputs)
        {
            read.Add(input?.Name ?? string.Empty);
        }

        _nodes.Add(new OnnxNode(name, own, read.DrainToImmutable(), [.. outputs.Select(output => output.Name)], [.. attributes]));
        return outputs.DrainToImmutable();
    }

    /// <summary>The batch size of the first input, as a tensor of one element.</summary>
    /// <param name="input">The first input.</param>
    /// <returns>Its value.</returns>
    public OnnxValue BatchOf(OnnxValue input) => _batch ??= this.Node(
        "Shape", new TensorType([1], ElementType.Int64), [input], OnnxAttribute.Of("start", 0), OnnxAttribute.Of("end", 1));
}
