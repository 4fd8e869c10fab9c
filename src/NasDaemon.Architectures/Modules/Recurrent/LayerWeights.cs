using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules.Recurrent;

/// <summary>The weights of a recurrent layer under the names of its <c>state_dict</c>.</summary>
internal static class LayerWeights
{
    /// <summary>The weights of one direction of one layer.</summary>
    /// <param name="module">The module.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="direction">1 for the reverse direction.</param>
    /// <param name="inputs">The layer's input features.</param>
    /// <returns>Names and shapes in PyTorch's order.</returns>
    public static IEnumerable<(string Name, long[] Shape)> Of(IModuleInstance module, int layer, int direction, long inputs)
    {
        var (hidden, projection) = (Integer(module, "hidden_size"), Integer(module, "proj_size"));
        var suffix = direction == 1 ? $"_l{layer}_reverse" : $"_l{layer}";
        var rows = Gates(module) * hidden;
        yield return ($"weight_ih{suffix}", [rows, inputs]);
        yield return ($"weight_hh{suffix}", [rows, projection > 0 ? projection : hidden]);
        if (ModuleArguments.IsTrue(module.GetAttribute("bias")!))
        {
            yield return ($"bias_ih{suffix}", [rows]);
            yield return ($"bias_hh{suffix}", [rows]);
        }

        if (projection > 0)
        {
            yield return ($"weight_hr{suffix}", [projection, hidden]);
        }
    }

    /// <summary>All weights in the order in which the operator takes them.</summary>
    /// <param name="module">The module.</param>
    /// <returns>The weights.</returns>
    public static TupleValue All(IModuleInstance module)
    {
        var weights = new List<Value>();
        var directions = ModuleArguments.IsTrue(module.GetAttribute("bidirectional")!) ? 2 : 1;
        for (var layer = 0; layer < Integer(module, "num_layers"); layer++)
        {
            for (var direction = 0; direction < directions; direction++)
            {
                weights.AddRange(Of(module, layer, direction, 0).Select(weight => module.GetAttribute(weight.Name) ?? NoneValue.Instance));
            }
        }

        return new TupleValue(weights);
    }

    /// <summary>An attribute that is an integer.</summary>
    /// <param name="module">The module.</param>
    /// <param name="name">The attribute.</param>
    /// <returns>The integer; 0 where the source has put something else there.</returns>
    public static long Integer(IModuleInstance module, string name) => module.GetAttribute(name) is IntegerValue integer ? integer.Traced : 0;

    private static int Gates(IModuleInstance module) => module.GetAttribute("mode") switch
    {
        TextValue { Value: "LSTM" } => 4,
        TextValue { Value: "GRU" } => 3,
        _ => 1,
    };
}
