using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Activations;

/// <summary>Samples of a categorical distribution that gradients flow through (Jang et al. 2017, equation 2).</summary>
internal static class GumbelRule
{
    /// <summary>Draws.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The samples.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        var (steps, logits, dim) = (new Composition(call.Scope), call["logits"], call["dim"]);
        var noise = steps.Call("torch.neg", steps.Call("torch.log", steps.Operator("exponential_draw", logits, new FloatValue(1))));
        var soft = steps.Call("torch.softmax", steps.Call("torch.div", steps.Call("torch.add", logits, noise), call["tau"]), dim);
        if (!call.Flag("hard") || soft is not TensorValue)
        {
            return steps.Result(soft);
        }

        // Straight through: the largest counts forward, the soft sample backward.
        var largest = steps.Call("torch.argmax", soft, dim, BoolValue.True);
        var hard = steps.Call("torch.scatter", steps.Call("torch.zeros_like", logits), dim, largest, new FloatValue(1));
        return steps.Result(steps.Call("torch.add", steps.Call("torch.sub", hard, steps.Method("detach", soft)), soft));
    }
}
