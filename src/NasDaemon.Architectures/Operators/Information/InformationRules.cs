using NasDaemon.Architectures.Operators.Views;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Information;

/// <summary>Rules of what a tensor says about itself.</summary>
internal static class InformationRules
{
    /// <summary>All sizes.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A <c>torch.Size</c>.</returns>
    public static CallResult Shape(OperatorCall call) => new SizeValue(call.Tensor("input").Shape);

    /// <summary>All sizes, or one.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A <c>torch.Size</c> or an integer.</returns>
    public static CallResult Size(OperatorCall call)
    {
        var shape = call.Tensor("input").Shape;
        if (call.IsNone("dim"))
        {
            return new SizeValue(shape);
        }

        return shape.Length == 0
            ? OperatorError.Index("dimension specified as 0 but tensor has no dimensions")
            : DimensionIndex.Resolve(call.Integer("dim"), shape.Length, out var dimension) is { } error ? error : new IntegerValue(shape[dimension]);
    }

    /// <summary>The number of dimensions.</summary>
    /// <param name="call">The call.</param>
    /// <returns>An integer.</returns>
    public static CallResult Rank(OperatorCall call) => new IntegerValue(call.Tensor("input").Shape.Length);

    /// <summary>The number of elements.</summary>
    /// <param name="call">The call.</param>
    /// <returns>An integer.</returns>
    public static CallResult Elements(OperatorCall call)
    {
        var shape = call.Tensor("input").Shape;
        return new IntegerValue(LinearFit.Fit(call.Scope, batch => shape.Aggregate(1L, (product, size) => product * size.At(batch))));
    }

    /// <summary>The size of the first dimension.</summary>
    /// <param name="call">The call.</param>
    /// <returns>An integer.</returns>
    public static CallResult Length(OperatorCall call) => call.Tensor("input").Shape is [var first, ..]
        ? new IntegerValue(first)
        : OperatorError.Type("len() of a 0-d tensor");

    /// <summary>Where it lies.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A device.</returns>
    public static CallResult Device(OperatorCall call) => new DeviceValue("cpu");

    /// <summary>The type of its elements.</summary>
    /// <param name="call">The call.</param>
    /// <returns>An element type.</returns>
    public static CallResult TypeOfElements(OperatorCall call) => ElementTypeValue.Of(call.Tensor("input").Type.Element);

    /// <summary>Whether gradients flow into it.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A truth value.</returns>
    public static CallResult RequiresGradient(OperatorCall call) =>
        BoolValue.Of(call.Tensor("input") is StateTensor { IsTrainable: true } || (call.Scope.InForward && call.Tensor("input") is not StateTensor));

    /// <summary>What never holds here.</summary>
    /// <param name="call">The call.</param>
    /// <returns>False.</returns>
    public static CallResult No(OperatorCall call) => BoolValue.False;

    /// <summary>Whether its elements have fractions.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A truth value.</returns>
    public static CallResult IsFloating(OperatorCall call) => BoolValue.Of(ElementTypes.IsFloating(call.Tensor("input").Type.Element));

    /// <summary>Whether its memory is without gaps and in order.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A truth value.</returns>
    public static CallResult IsContiguous(OperatorCall call) => BoolValue.Of(call.Tensor("input").Strides.IsDefault);

    /// <summary>The same memory without gradient: the parameter itself in a constructor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Data(OperatorCall call) =>
        call.Scope.InForward ? Detach(call.Scope, call.Tensor("input")) : call.Tensor("input");

    /// <summary>The same values without gradient.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Detach(OperatorCall call) =>
        call.Scope.InForward ? Detach(call.Scope, call.Tensor("input")) : call.Tensor("input");

    private static CallResult Detach(TraceScope scope, TensorValue input)
    {
        if (!OperatorCatalogue.Default.TryFindOperator("detach", out var definition))
        {
            return input;
        }

        var result = NodeWriter.Write(scope, definition, [input], [input.Type], flops: 0, keepsActivation: false);
        return result.Value is TensorValue tensor ? tensor.WithStrides(input.Strides).WithContents(input.Contents).AsViewOf(input, WholeView.Instance) : result;
    }

    /// <summary>The memory layout.</summary>
    /// <param name="call">The call.</param>
    /// <returns>One stride a dimension, or that of one.</returns>
    public static CallResult Stride(OperatorCall call)
    {
        var strides = TensorLayout.Of(call.Tensor("input"));
        if (call.IsNone("dim"))
        {
            return Composition.Integers(strides);
        }

        return DimensionIndex.Resolve(call.Integer("dim"), strides.Length, out var dimension) is { } error ? error : new IntegerValue(strides[dimension]);
    }
}
