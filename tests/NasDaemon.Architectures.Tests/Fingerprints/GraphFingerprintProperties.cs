using FsCheck;
using FsCheck.Fluent;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tests.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tests.Fingerprints;

public sealed class GraphFingerprintProperties
{
    [Fact]
    public void Compute_RenamedAndReorderedNetwork_IsTheSame() => Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var network = Generate(random);
        return GraphFingerprint.Compute(network) == GraphFingerprint.Compute(Disguise(network, random));
    }));

    [Fact]
    public void Compute_OneArgumentChanged_Differs() => Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var network = Generate(random);
        return GraphFingerprint.Compute(network) != GraphFingerprint.Compute(ChangeOneNumber(network, random));
    }));

    [Fact]
    public void Compute_OneParameterSharedMore_Differs() => Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
    {
        var network = Generate(new Random(seed));
        var used = network.Nodes.SelectMany(node => node.Arguments).Select(argument => argument.Value).OfType<StateArgument>().ToList();
        var shared = network with { Nodes = [.. network.Nodes.Select(node => Map(node, value => value == used[0] ? used[^1] : value))] };
        return used[0] == used[^1] || GraphFingerprint.Compute(network) != GraphFingerprint.Compute(shared);
    }));

    private static Architecture Generate(Random random)
    {
        var sample = new SampleGraphs();
        var values = new List<TensorValue> { sample.Input(8) };
        values.Add(sample.Call("torch.nn.functional.linear", values[0], sample.Weight("w0", 8, 8)));
        values.Add(sample.Call("torch.nn.functional.linear", values[1], sample.Weight("w1", 8, 8)));
        for (var step = 0; step < 12; step++)
        {
            var (left, right) = (values[random.Next(values.Count)], values[random.Next(values.Count)]);
            values.Add(random.Next(5) switch
            {
                0 => sample.Call("torch.nn.functional.leaky_relu", left, new FloatValue(random.Next(1, 9) / 10.0)),
                1 => sample.Call(".__sub__", left, right),
                2 => sample.Call(".__mul__", left, right),
                3 => sample.Call(".__add__", left, right),
                _ => sample.Call("torch.nn.functional.linear", left, sample.Weight($"v{step}", 8, 8)),
            });
        }

        var all = values.Skip(2).Aggregate((sum, value) => sample.Call(".__sub__", sum, value));
        return sample.Build(sample.Call("torch.nn.functional.leaky_relu", all, new FloatValue(0.5)));
    }

    private static Architecture Disguise(Architecture network, Random random)
    {
        var places = TopologicalOrder(network, random);
        var nodes = new GraphNode[network.Nodes.Length];
        for (var index = 0; index < nodes.Length; index++)
        {
            var renamed = Map(network.Nodes[index], value => Translate(value, places));
            nodes[places[index]] = renamed with { Line = random.Next(100), ModulePath = "other" };
        }

        var state = network.State.Select(entry => entry with { Name = "renamed." + entry.Name }).ToArray();
        random.Shuffle(state);
        var dead = nodes[^1] with { Operator = "relu" };
        return network with { Nodes = [.. nodes, dead], State = [.. state], Output = Translate(network.Output, places) };
    }

    private static GraphArgument Translate(GraphArgument value, int[] places) => value switch
    {
        ValueArgument reference => reference with { Node = places[reference.Node] },
        StateArgument state => new StateArgument("renamed." + state.Name),
        _ => value,
    };

    private static int[] TopologicalOrder(Architecture network, Random random)
    {
        var places = Enumerable.Repeat(-1, network.Nodes.Length).ToArray();
        for (var place = 0; place < places.Length; place++)
        {
            var ready = Enumerable.Range(0, places.Length)
                .Where(index => places[index] < 0 && network.Nodes[index].Arguments.All(argument =>
                    argument.Value is not ValueArgument reference || places[reference.Node] >= 0))
                .ToList();
            places[ready[random.Next(ready.Count)]] = place;
        }

        return places;
    }

    private static Architecture ChangeOneNumber(Architecture network, Random random)
    {
        var candidates = Enumerable.Range(0, network.Nodes.Length)
            .Where(index => network.Nodes[index].Arguments.Any(argument => argument.Value is FloatArgument))
            .ToList();
        var chosen = candidates[random.Next(candidates.Count)];
        var changed = Map(network.Nodes[chosen], value => value is FloatArgument number ? new FloatArgument(number.Value + 1) : value);
        return network with { Nodes = network.Nodes.SetItem(chosen, changed) };
    }

    private static GraphNode Map(GraphNode node, Func<GraphArgument, GraphArgument> function) =>
        node with { Arguments = [.. node.Arguments.Select(argument => argument with { Value = function(argument.Value) })] };
}
