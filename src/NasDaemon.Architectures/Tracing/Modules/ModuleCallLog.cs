using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>Notes every application of a module, in the order in which they begin.</summary>
/// <param name="scope">The graph that they add to, and the place in the source.</param>
internal sealed class ModuleCallLog(TraceScope scope)
{
    private const int DeepestList = 4;
    private const int MostTensors = 8;

    private readonly List<ModuleCall> _calls = [];
    private int _depth;

    /// <summary>A module is about to be applied.</summary>
    /// <param name="module">The module, which has a path.</param>
    /// <param name="arguments">What it is given.</param>
    /// <returns>The number of the application.</returns>
    public int Begin(ModuleInstance module, CallArguments arguments)
    {
        var inputs = Tensors(arguments.Positional.Concat(arguments.Keywords.Select(keyword => keyword.Value)));
        _calls.Add(new ModuleCall(module.Path!, _depth, inputs, [], scope.Line, module.Type.Find("forward") is not FunctionValue, scope.Graph.Nodes.Count, scope.Graph.Nodes.Count));
        _depth++;
        return _calls.Count - 1;
    }

    /// <summary>A module was applied.</summary>
    /// <param name="number">The number of the application.</param>
    /// <param name="result">What it returned; null where an error was raised, and then it was never applied.</param>
    public void End(int number, Value? result)
    {
        _depth = _calls[number].Depth;
        if (result is null)
        {
            _calls.RemoveRange(number, _calls.Count - number);
            return;
        }

        _calls[number] = _calls[number] with { Outputs = Tensors([result]), EndNode = scope.Graph.Nodes.Count };
    }

    /// <summary>The applications, with operators numbered as in the finished network.</summary>
    /// <param name="output">What the network returns, as the graph under construction numbers it.</param>
    /// <returns>The applications in the order in which they began.</returns>
    public ImmutableArray<ModuleCall> Finish(GraphArgument output)
    {
        var live = DeadNodes.FindLive(scope.Graph.Nodes, output);
        var numbers = new int[live.Length + 1];
        for (var index = 0; index < live.Length; index++)
        {
            numbers[index + 1] = numbers[index] + (live[index] ? 1 : 0);
        }

        return [.. _calls.Select(call => call with { FirstNode = numbers[call.FirstNode], EndNode = numbers[call.EndNode] })];
    }

    // A list may hold itself, and many more tensors than anybody reads.
    private static IEnumerable<TensorType> Tensors(Value value, int depth) => value switch
    {
        TensorValue tensor => [tensor.Type],
        TupleValue tuple when depth < DeepestList => tuple.Items.Take(MostTensors).SelectMany(item => Tensors(item, depth + 1)),
        ListValue list when depth < DeepestList => list.Items.Take(MostTensors).SelectMany(item => Tensors(item, depth + 1)),
        _ => [],
    };

    private static ImmutableArray<TensorType> Tensors(IEnumerable<Value> values) =>
        [.. values.SelectMany(value => Tensors(value, 0)).Take(MostTensors)];
}
