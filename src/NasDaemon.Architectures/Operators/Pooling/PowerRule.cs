using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Pooling;

/// <summary>Power-average pooling, of operators that are there.</summary>
internal static class PowerRule
{
    /// <summary>Pools.</summary>
    /// <param name="call">The call.</param>
    /// <param name="spatial">The spatial dimensions.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Apply(OperatorCall call, int spatial)
    {
        var steps = new Composition(call.Scope);
        var power = call.Float("norm_type");
        var kernel = call.Integers("kernel_size");
        var raised = steps.Call("torch.pow", call["input"], call["norm_type"]);
        var pooled = steps.Call(
            $"torch.nn.functional.avg_pool{spatial}d", raised, call["kernel_size"], call["stride"], new IntegerValue(0), call["ceil_mode"]);
        var positive = steps.Call("torch.mul", steps.Call("torch.sign", pooled), steps.Call("torch.relu", steps.Call("torch.abs", pooled)));
        var sum = steps.Call("torch.mul", positive, new IntegerValue(kernel.Aggregate(1L, (product, size) => product * size)));
        return steps.Result(steps.Call("torch.pow", sum, new FloatValue(1 / power)));
    }
}
