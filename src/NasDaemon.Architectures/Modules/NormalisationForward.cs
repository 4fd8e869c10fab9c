using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>The <c>forward</c> of layers with running statistics.</summary>
internal static class NormalisationForward
{
    /// <summary>Batch normalisation.</summary>
    /// <param name="call">The call.</param>
    /// <param name="ranks">The ranks that it takes, for error texts.</param>
    /// <param name="least">The smallest rank.</param>
    /// <param name="most">The largest rank.</param>
    /// <returns>The result.</returns>
    public static CallResult Batch(ModuleCall call, string ranks, int least, int most)
    {
        if (call.Input is not TensorValue input)
        {
            return MissingDim(call.Input);
        }

        if (input.Shape.Length < least || input.Shape.Length > most)
        {
            return WrongRank(ranks, input);
        }

        var hasStatistics = call.Attribute("running_mean") is StateTensor;
        return call.Call(
            "torch.nn.functional.batch_norm",
            [new KeywordArgument("num_batches_tracked", call.Attribute("num_batches_tracked"))],
            input,
            call.Attribute("running_mean"),
            call.Attribute("running_var"),
            call.Attribute("weight"),
            call.Attribute("bias"),
            hasStatistics ? TrainingFlagValue.Instance : BoolValue.True,
            hasStatistics ? call.Attribute("momentum") : new FloatValue(0),
            call.Attribute("eps"));
    }

    /// <summary>Instance normalisation; a single sample gets a batch for the while.</summary>
    /// <param name="call">The call.</param>
    /// <param name="ranks">The ranks that it takes, for error texts.</param>
    /// <param name="least">The rank of a single sample.</param>
    /// <returns>The result.</returns>
    public static CallResult Instance(ModuleCall call, string ranks, int least)
    {
        if (call.Input is not TensorValue input)
        {
            return MissingDim(call.Input);
        }

        if (input.Shape.Length != least && input.Shape.Length != least + 1)
        {
            return WrongRank(ranks, input);
        }

        var steps = new Composition(call.Scope);
        var isSingle = input.Shape.Length == least;
        var result = steps.Call(
            "torch.nn.functional.instance_norm",
            isSingle ? steps.Call("torch.unsqueeze", input, new IntegerValue(0)) : input,
            call.Attribute("running_mean"),
            call.Attribute("running_var"),
            call.Attribute("weight"),
            call.Attribute("bias"),
            call.Attribute("running_mean") is StateTensor ? TrainingFlagValue.Instance : BoolValue.True,
            call.Attribute("momentum") is NoneValue ? new FloatValue(0) : call.Attribute("momentum"),
            call.Attribute("eps"));
        return steps.Result(isSingle ? steps.Call("torch.squeeze", result, new IntegerValue(0)) : result);
    }

    private static OperatorError MissingDim(Value value) => new(
        NasDaemon.Abstractions.Failures.FailureClass.UnknownAttribute,
        "AttributeError",
        $"'{value.TypeName}' object has no attribute 'dim'");

    private static OperatorError WrongRank(string ranks, TensorValue input) => new(
        NasDaemon.Abstractions.Failures.FailureClass.ShapeMismatch,
        "ValueError",
        $"expected {ranks} input (got {input.Shape.Length}D input)",
        $"The input has the shape {ShapeText.List(input.Shape)}.");
}
