using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Recurrent;

/// <summary>The constructor of <c>nn.LSTMCell</c>, <c>nn.GRUCell</c> and <c>nn.RNNCell</c>.</summary>
internal static class CellConstructor
{
    /// <summary>Makes the weights.</summary>
    /// <param name="construction">The constructor at work.</param>
    /// <param name="gates">How many gates the cell has.</param>
    /// <returns>PyTorch's error; null where there is none.</returns>
    public static OperatorError? Run(ModuleConstruction construction, int gates)
    {
        if (construction["input_size"] is not IntegerValue || construction["hidden_size"] is not IntegerValue)
        {
            return OperatorError.Type("empty(): argument 'size' must be tuple of ints, but found element of type "
                + (construction["input_size"] is IntegerValue ? construction["hidden_size"] : construction["input_size"]).TypeName + " at pos 2");
        }

        var (inputs, hidden) = (construction.Integer("input_size"), construction.Integer("hidden_size"));
        if (inputs < 0 || hidden < 0)
        {
            var (rows, negative) = (gates * hidden, hidden < 0 ? gates * hidden : inputs);
            return OperatorError.Runtime($"Trying to create tensor with negative dimension {negative}: [{rows}, {inputs}]");
        }

        var initial = StateFactory.FanIn(hidden);
        var hasBias = ModuleArguments.IsTrue(construction["bias"]);
        construction.Self.RegisterParameter("weight_ih", StateFactory.Parameter(initial, gates * hidden, inputs));
        construction.Self.RegisterParameter("weight_hh", StateFactory.Parameter(initial, gates * hidden, hidden));
        construction.Self.RegisterParameter("bias_ih", hasBias ? StateFactory.Parameter(initial, gates * hidden) : null);
        construction.Self.RegisterParameter("bias_hh", hasBias ? StateFactory.Parameter(initial, gates * hidden) : null);
        return null;
    }
}
