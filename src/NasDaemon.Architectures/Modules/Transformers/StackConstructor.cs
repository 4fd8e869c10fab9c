using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Transformers;

/// <summary>The constructors of <c>nn.TransformerEncoder</c> and <c>nn.TransformerDecoder</c>.</summary>
internal static class StackConstructor
{
    /// <summary>Copies the layer.</summary>
    /// <param name="construction">The constructor at work.</param>
    /// <param name="layer">The parameter that has the layer.</param>
    /// <returns>The first error; null where there is none.</returns>
    public static OperatorError? Run(ModuleConstruction construction, string layer)
    {
        if (construction["num_layers"] is not IntegerValue count)
        {
            return OperatorError.Type($"'{construction["num_layers"].TypeName}' object cannot be interpreted as an integer");
        }

        var copies = new List<Value>();
        for (var number = 0L; number < count.Traced; number++)
        {
            var copy = construction.Self.Copy(construction[layer]);
            if (copy.Error is not null)
            {
                return copy.Error;
            }

            copies.Add(copy.Value!);
        }

        return construction.Self.AddModule("layers", "torch.nn.ModuleList", CallArguments.Of(new ListValue(copies)))
            ?? construction.Self.Assign("norm", construction["norm"]);
    }
}
