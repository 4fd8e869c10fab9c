using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Operators.Initialisations;

/// <summary>The kernel that keeps its input: a one in the middle of each channel's own filter.</summary>
internal static class DiracRule
{
    /// <summary>How many values tracing keeps at most.</summary>
    public const long MostKnownValues = 1 << 20;

    /// <summary>Fills the kernel.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        var shape = call.Tensor("tensor").Shape.Select(ShapeMath.Traced).ToArray();
        if (shape.Length is < 3 or > 5)
        {
            return OperatorError.Value("Only tensors with 3, 4, or 5 dimensions are supported");
        }

        var groups = call.Integer("groups");
        if (groups <= 0 || shape[0] % groups != 0)
        {
            return OperatorError.Value("dim 0 must be divisible by groups");
        }

        if (ShapeMath.Elements(call.Tensor("tensor").Shape) > MostKnownValues)
        {
            return OperatorError.Unsupported("dirac_() of this size is not supported.");
        }

        var spatial = shape[2..];
        var filter = spatial.Aggregate(1L, (product, size) => product * size);
        var middle = spatial.Aggregate(0L, (offset, size) => (offset * size) + (size / 2));
        var values = new double[shape[0] * shape[1] * filter];
        var perGroup = shape[0] / groups;
        for (var group = 0; group < groups; group++)
        {
            for (var channel = 0; channel < Math.Min(perGroup, shape[1]); channel++)
            {
                values[(((((group * perGroup) + channel) * shape[1]) + channel) * filter) + middle] = 1;
            }
        }

        return FillRules.Fill(call, new LiteralInitialisation([.. values]));
    }
}
