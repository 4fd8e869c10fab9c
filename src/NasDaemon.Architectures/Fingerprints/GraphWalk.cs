using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Fingerprints;

/// <summary>Writes one network in canonical form; see <see cref="GraphFingerprint"/>.</summary>
internal sealed class GraphWalk
{
    private readonly Architecture _architecture;
    private readonly CanonicalWriter _writer;
    private readonly Dictionary<string, StateEntry> _state;
    private readonly Dictionary<string, int> _stateNumbers;
    private readonly StructuralHashes _hashes;
    private readonly int[] _numbers;
    private int _visited;

    /// <summary>Prepares the walk over a network.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="writer">Where the canonical form goes.</param>
    /// <param name="scratch">Where parts are written to be hashed.</param>
    /// <param name="earlier">A walk that this one goes on from, over another graph with the same state; null where there is none.</param>
    public GraphWalk(Architecture architecture, CanonicalWriter writer, CanonicalWriter scratch, GraphWalk? earlier = null)
    {
        (_architecture, _writer) = (architecture, writer);
        _stateNumbers = earlier?._stateNumbers ?? new Dictionary<string, int>(architecture.State.Length, StringComparer.Ordinal);
        _state = new Dictionary<string, StateEntry>(architecture.State.Length, StringComparer.Ordinal);
        foreach (var entry in architecture.State)
        {
            _state[entry.Name] = entry;
        }

        _hashes = new StructuralHashes(architecture, _state, scratch);
        _numbers = new int[architecture.Nodes.Length];
        Array.Fill(_numbers, -1);
    }

    /// <summary>Writes the canonical form.</summary>
    public void Write()
    {
        foreach (var input in _architecture.Inputs)
        {
            _writer.Type(input);
        }

        Visit(_architecture.Output);
        Reference(_architecture.Output);
    }

    private void Visit(GraphArgument root)
    {
        var pending = new Stack<(int Node, bool IsReady)>();
        Push(root, pending);
        while (pending.TryPop(out var next))
        {
            if (_numbers[next.Node] >= 0)
            {
                continue;
            }

            var arguments = _hashes.Ordered(_architecture.Nodes[next.Node]);
            if (next.IsReady)
            {
                WriteNode(_architecture.Nodes[next.Node], arguments);
                _numbers[next.Node] = _visited++;
                continue;
            }

            pending.Push((next.Node, true));
            for (var index = arguments.Length - 1; index >= 0; index--)
            {
                Push(arguments[index].Value, pending);
            }
        }
    }

    private void Push(GraphArgument argument, Stack<(int Node, bool IsReady)> pending)
    {
        if (argument is ValueArgument value && _numbers[value.Node] < 0)
        {
            pending.Push((value.Node, false));
        }
        else if (argument is ListArgument list)
        {
            for (var index = list.Items.Length - 1; index >= 0; index--)
            {
                Push(list.Items[index], pending);
            }
        }
    }

    private void WriteNode(GraphNode node, ImmutableArray<NamedArgument> arguments)
    {
        _writer.Text(node.Operator);
        _writer.Integer(arguments.Length);
        foreach (var argument in arguments)
        {
            _writer.Text(argument.Name);
            Reference(argument.Value);
        }

        _writer.Integer(node.Outputs.Length);
        foreach (var output in node.Outputs)
        {
            _writer.Type(output);
        }
    }

    private void Reference(GraphArgument argument)
    {
        switch (argument)
        {
            case ValueArgument value:
                _writer.Tag(CanonicalTag.Value);
                _writer.Integer(_numbers[value.Node]);
                _writer.Integer(value.Output);
                break;
            case StateArgument state:
                State(_state[state.Name].SharedWith ?? state.Name);
                break;
            case ListArgument list:
                _writer.Tag(CanonicalTag.List);
                _writer.Integer(list.Items.Length);
                foreach (var item in list.Items)
                {
                    Reference(item);
                }

                break;
            default:
                _writer.Constant(argument);
                break;
        }
    }

    private void State(string name)
    {
        _writer.Tag(CanonicalTag.State);
        if (_stateNumbers.TryGetValue(name, out var number))
        {
            _writer.Integer(number);
            return;
        }

        _writer.Integer(_stateNumbers.Count);
        _stateNumbers.Add(name, _stateNumbers.Count);
        _writer.State(_state[name]);
    }
}
