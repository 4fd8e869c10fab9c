using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Recurrent;

/// <summary>The constructor of <c>nn.LSTM</c>, <c>nn.GRU</c> and <c>nn.RNN</c>.</summary>
internal static class LayerConstructor
{
    private const int MostLayers = 1_000;

    /// <summary>Checks the arguments and makes the weights.</summary>
    /// <param name="construction">The constructor at work.</param>
    /// <returns>PyTorch's error; null where there is none.</returns>
    public static OperatorError? Run(ModuleConstruction construction)
    {
        if (Check(construction) is { } error)
        {
            return error;
        }

        var (layers, hidden, projection) = (construction.Integer("num_layers"), construction.Integer("hidden_size"), construction.Integer("proj_size"));
        if (layers > MostLayers)
        {
            return OperatorError.Limit($"A recurrent module has more than {MostLayers} layers.");
        }

        if (layers < 1)
        {
            return new OperatorError(FailureClass.WrongArguments, "IndexError", "list index out of range", Hint: "A recurrent module has at least one layer.");
        }

        var directions = ModuleArguments.IsTrue(construction["bidirectional"]) ? 2 : 1;
        construction.Self.SetAttribute("dropout", new FloatValue(construction.Float("dropout")));
        var initial = StateFactory.FanIn(hidden);
        for (var layer = 0; layer < layers; layer++)
        {
            var inputs = layer == 0 ? construction.Integer("input_size") : (projection > 0 ? projection : hidden) * directions;
            for (var direction = 0; direction < directions; direction++)
            {
                foreach (var (name, shape) in LayerWeights.Of(construction.Self, layer, direction, inputs))
                {
                    if (NegativeSize(shape) is { } negative)
                    {
                        return negative;
                    }

                    construction.Self.RegisterParameter(name, StateFactory.Parameter(initial, [.. shape]));
                }
            }
        }

        return null;
    }

    private static OperatorError? Check(ModuleConstruction construction)
    {
        if (construction["mode"] is TextValue { Value: "RNN_TANH" })
        {
            var nonlinearity = construction["nonlinearity"] is TextValue text ? text.Value : construction["nonlinearity"].TypeName;
            if (nonlinearity is not ("tanh" or "relu"))
            {
                return OperatorError.Value($"Unknown nonlinearity '{nonlinearity}'");
            }

            construction.Self.SetAttribute("mode", new TextValue($"RNN_{nonlinearity.ToUpperInvariant()}"));
        }

        foreach (var name in (ReadOnlySpan<string>)["input_size", "hidden_size", "num_layers", "proj_size"])
        {
            if (construction[name] is not IntegerValue)
            {
                return OperatorError.Type($"empty(): argument 'size' must be tuple of ints, but found element of type {construction[name].TypeName} at pos 2");
            }
        }

        if (construction["dropout"] is not (IntegerValue or FloatValue) || construction.Float("dropout") is < 0 or > 1)
        {
            return OperatorError.Value("dropout should be a number in range [0, 1] representing the probability of an element being zeroed");
        }

        var (hidden, projection) = (construction.Integer("hidden_size"), construction.Integer("proj_size"));
        if (projection != 0 && construction["mode"] is not TextValue { Value: "LSTM" })
        {
            return OperatorError.Value("proj_size argument is only supported for LSTM, not RNN or GRU");
        }

        if (projection < 0)
        {
            return OperatorError.Value("proj_size should be a positive integer or zero to disable projections");
        }

        return projection >= hidden ? OperatorError.Value("proj_size has to be smaller than hidden_size") : null;
    }

    private static OperatorError? NegativeSize(long[] shape) => shape.FirstOrDefault(size => size < 0) is < 0 and var negative
        ? OperatorError.Runtime($"Trying to create tensor with negative dimension {negative}: [{string.Join(", ", shape)}]")
        : null;
}
