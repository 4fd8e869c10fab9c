using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Fingerprints;

/// <summary>Hashes of what each operator computes, blind to sharing: they only put the operands of commutative operators in order.</summary>
internal sealed class StructuralHashes
{
    private readonly Dictionary<string, StateEntry> _state;
    private readonly long[] _hashes;
    private readonly CanonicalWriter _writer;

    /// <summary>Hashes every operator of a network.</summary>
    /// <param name="architecture">The network.</param>
    /// <param name="state">Its parameters and buffers by name.</param>
    /// <param name="writer">Where the parts are written to be hashed; holds nothing that lasts.</param>
    public StructuralHashes(Architecture architecture, Dictionary<string, StateEntry> state, CanonicalWriter writer)
    {
        (_state, _writer) = (state, writer);
        _hashes = new long[architecture.Nodes.Length];
        if (!architecture.Nodes.Any(IsCommutative))
        {
            return;
        }

        for (var index = 0; index < _hashes.Length; index++)
        {
            var node = architecture.Nodes[index];
            var arguments = Ordered(node);
            _writer.Clear();
            _writer.Text(node.Operator);
            foreach (var argument in arguments)
            {
                Write(argument.Value);
            }

            foreach (var output in node.Outputs)
            {
                _writer.Type(output);
            }

            _hashes[index] = StableHash.Of(_writer.Written);
        }
    }

    /// <summary>The arguments of an operator, those of commutative ones in canonical order.</summary>
    /// <param name="node">The operator's application; the operators before it are hashed.</param>
    /// <returns>The arguments.</returns>
    public ImmutableArray<NamedArgument> Ordered(GraphNode node)
    {
        if (!IsCommutative(node))
        {
            return node.Arguments;
        }

        var (first, second) = (node.Arguments[0], node.Arguments[1]);
        return Rank(first.Value).CompareTo(Rank(second.Value)) <= 0
            ? node.Arguments
            : node.Arguments.SetItem(0, first with { Value = second.Value }).SetItem(1, second with { Value = first.Value });
    }

    private static bool IsCommutative(GraphNode node) => node.Operator switch
    {
        "mul" => IsTensor(node.Arguments[0].Value) && IsTensor(node.Arguments[1].Value),
        "add" => IsTensor(node.Arguments[0].Value) && IsTensor(node.Arguments[1].Value)
            && node.Arguments[2].Value is IntArgument { Value: { Constant: 1, BatchMultiple: 0 } },
        _ => false,
    };

    private static bool IsTensor(GraphArgument argument) => argument is ValueArgument or StateArgument or InputArgument;

    private (int Kind, long Hash) Rank(GraphArgument argument)
    {
        switch (argument)
        {
            case InputArgument input:
                return (0, input.Index);
            case StateArgument state:
                _writer.Clear();
                _writer.State(_state[state.Name]);
                return (1, StableHash.Of(_writer.Written));
            case ValueArgument value:
                return (2, _hashes[value.Node] + value.Output);
            default:
                return (3, 0);
        }
    }

    private void Write(GraphArgument argument)
    {
        switch (argument)
        {
            case ValueArgument value:
                _writer.Tag(CanonicalTag.Hash);
                _writer.Integer(_hashes[value.Node]);
                _writer.Integer(value.Output);
                break;
            case StateArgument state:
                _writer.Tag(CanonicalTag.State);
                _writer.State(_state[state.Name]);
                break;
            case ListArgument list:
                _writer.Tag(CanonicalTag.List);
                foreach (var item in list.Items)
                {
                    Write(item);
                }

                break;
            default:
                _writer.Constant(argument);
                break;
        }
    }
}
