using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Transformers;

/// <summary>The constructor of <c>nn.Transformer</c>.</summary>
internal static class TransformerConstructor
{
    /// <summary>Makes encoder and decoder, and draws their weights anew.</summary>
    /// <param name="construction">The constructor at work.</param>
    /// <returns>The first error; null where there is none.</returns>
    public static OperatorError? Run(ModuleConstruction construction)
    {
        if ((Part(construction, "encoder") ?? Part(construction, "decoder")) is { } error)
        {
            return error;
        }

        foreach (var parameter in construction.Self.TreeParameters())
        {
            if (parameter.Sizes.Length > 1)
            {
                var field = parameter.Sizes.Skip(2).Aggregate(1L, (product, size) => product * size);
                var bound = Math.Sqrt(6.0 / ((parameter.Sizes[0] + parameter.Sizes[1]) * field));
                parameter.Initialisation = new UniformInitialisation(-bound, bound);
            }
        }

        return null;
    }

    private static OperatorError? Part(ModuleConstruction construction, string name)
    {
        var self = construction.Self;
        if (construction[$"custom_{name}"] is not NoneValue and var custom)
        {
            return self.Assign(name, custom);
        }

        var kind = name == "encoder" ? "Encoder" : "Decoder";
        string[] names = ["d_model", "nhead", "dim_feedforward", "dropout", "activation", "layer_norm_eps", "batch_first", "norm_first"];
        var layer = new CallArguments([.. names.Select(parameter => construction[parameter])], [.. LayerConstructor.Bias(construction)]);
        var norm = new CallArguments([construction["d_model"]], [new("eps", construction["layer_norm_eps"]), .. LayerConstructor.Bias(construction)]);
        return self.AddModule(name, $"torch.nn.Transformer{kind}Layer", layer)
            ?? self.AddModule("norm", "torch.nn.LayerNorm", norm)
            ?? self.AddModule(
                name,
                $"torch.nn.Transformer{kind}",
                CallArguments.Of(self.GetAttribute(name)!, construction[$"num_{name}_layers"], self.GetAttribute("norm")!))
            ?? self.RemoveModule("norm");
    }
}
