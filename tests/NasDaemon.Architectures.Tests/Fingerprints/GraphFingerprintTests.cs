using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tests.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tests.Fingerprints;

public sealed class GraphFingerprintTests
{
    [Fact]
    public void Compute_OtherStateNames_IsTheSame() => Assert.Equal(Of(sample => Plain(sample, "a")), Of(sample => Plain(sample, "features.0")));

    [Fact]
    public void Compute_OtherOrderOfIndependentStatements_IsTheSame()
    {
        var first = Of(sample =>
        {
            var x = sample.Input(3, 8, 8);
            var (left, right) = (sample.Convolution("l", x, 4), sample.Convolution("r", x, 8));
            return Cat(sample, left, right);
        });
        var second = Of(sample =>
        {
            var x = sample.Input(3, 8, 8);
            var right = sample.Convolution("r", x, 8);
            return Cat(sample, sample.Convolution("l", x, 4), right);
        });
        Assert.Equal(first, second);
    }

    [Fact]
    public void Compute_DeadStatement_IsTheSame() => Assert.Equal(
        Of(sample => Plain(sample, "a")),
        Of(sample =>
        {
            var result = Plain(sample, "a");
            sample.Convolution("unused", result, 5);
            return result;
        }));

    [Fact]
    public void Compute_OtherOrderOfCatenation_Differs() => Assert.NotEqual(Branches(Cat), Branches((sample, left, right) => Cat(sample, right, left)));

    [Fact]
    public void Compute_OtherOrderOfAddition_IsTheSame() => Assert.Equal(Branches(Add), Branches((sample, left, right) => Add(sample, right, left)));

    [Fact]
    public void Compute_OtherOrderOfSubtraction_Differs() => Assert.NotEqual(
        Branches((sample, left, right) => sample.Call(".__sub__", left, right)),
        Branches((sample, left, right) => sample.Call(".__sub__", right, left)));

    [Fact]
    public void Compute_SharedAgainstEqualSeparateParameters_Differs()
    {
        var shared = Of(sample =>
        {
            var (x, weight) = (sample.Input(8), sample.Weight("w", 8, 8));
            return Linear(sample, Linear(sample, x, weight), weight);
        });
        var separate = Of(sample => Linear(sample, Linear(sample, sample.Input(8), sample.Weight("v", 8, 8)), sample.Weight("w", 8, 8)));
        Assert.NotEqual(shared, separate);
    }

    [Fact]
    public void Compute_EqualBranchesWiredDifferently_Differs()
    {
        Assert.NotEqual(Wired(0, 0, 1, 1), Wired(0, 1, 0, 1));

        static string Wired(params int[] order) => Of(sample =>
        {
            var x = sample.Input(8);
            TensorValue[] branches = [Linear(sample, x, sample.Weight("a", 8, 8)), Linear(sample, x, sample.Weight("b", 8, 8))];
            return Cat(
                sample,
                sample.Call(".__sub__", branches[order[0]], branches[order[1]]),
                sample.Call(".__truediv__", branches[order[2]], branches[order[3]]));
        });
    }

    [Fact]
    public void Compute_TwiceComputedAgainstUsedTwice_Differs() => Assert.NotEqual(
        Of(sample =>
        {
            var noisy = sample.Call("torch.nn.functional.dropout", sample.Input(8));
            return Add(sample, noisy, noisy);
        }),
        Of(sample =>
        {
            var x = sample.Input(8);
            return Add(sample, sample.Call("torch.nn.functional.dropout", x), sample.Call("torch.nn.functional.dropout", x));
        }));

    [Fact]
    public void Compute_OtherInitialisation_Differs() => Assert.NotEqual(
        Of(sample => Linear(sample, sample.Input(8), sample.State("w", new NormalInitialisation(0, 1), true, 8, 8))),
        Of(sample => Linear(sample, sample.Input(8), sample.State("w", new NormalInitialisation(0, 2), true, 8, 8))));

    [Fact]
    public void Compute_FunctionOrMethodKeywordOrPosition_IsTheSame() => Assert.Equal(
        Of(sample => sample.Call("torch.nn.functional.relu", sample.Input(8), BoolValue.True)),
        Of(sample => sample.Call(".relu", sample.Input(8))));

    private static string Of(Func<SampleGraphs, TensorValue> network)
    {
        var sample = new SampleGraphs();
        return GraphFingerprint.Compute(sample.Build(network(sample)));
    }

    private static string Branches(Func<SampleGraphs, TensorValue, TensorValue, TensorValue> join) => Of(sample =>
    {
        var x = sample.Input(3, 8, 8);
        return join(sample, sample.Convolution("l", x, 4), sample.Convolution("r", x, 4, kernel: 1));
    });

    private static TensorValue Plain(SampleGraphs sample, string name) =>
        sample.Call("torch.relu", sample.BatchNorm(name + ".1", sample.Convolution(name + ".0", sample.Input(3, 8, 8), 4)));

    private static TensorValue Linear(SampleGraphs sample, TensorValue input, StateTensor weight) =>
        sample.Call("torch.nn.functional.linear", input, weight);

    private static TensorValue Cat(SampleGraphs sample, TensorValue left, TensorValue right) =>
        sample.Call("torch.cat", new TupleValue([left, right]), new IntegerValue(1));

    private static TensorValue Add(SampleGraphs sample, TensorValue left, TensorValue right) => sample.Call(".__add__", left, right);
}
