using System.Collections.Immutable;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Creation;

/// <summary>Rules of tensors of one value, or of random values.</summary>
internal static class CreationRules
{
    /// <summary>A tensor of a given size.</summary>
    /// <param name="contents">Its values in closed form.</param>
    /// <returns>The rule.</returns>
    public static OperatorRule Sized(Initialisation contents) => call => Create(call, call.Dimensions("size"), ElementType.Float32, contents);

    /// <summary>A tensor of one value.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Full(OperatorCall call) =>
        Create(call, call.Dimensions("size"), TypeOf(call["fill_value"]), new ConstantInitialisation(call.Float("fill_value")));

    /// <summary>A tensor as large as another.</summary>
    /// <param name="contents">Its values in closed form.</param>
    /// <returns>The rule.</returns>
    public static OperatorRule Like(Initialisation contents) => call =>
        Create(call, call.Tensor("input").Shape, call.Tensor("input").Type.Element, contents);

    /// <summary>A tensor as large as another, of one value.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult FullLike(OperatorCall call) =>
        Create(call, call.Tensor("input").Shape, call.Tensor("input").Type.Element, new ConstantInitialisation(call.Float("fill_value")));

    /// <summary>A tensor of one number, with the element type of another tensor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult NewFull(OperatorCall call) => Create(
        call, call.Dimensions("size"), call.Tensor("input").Type.Element, new ConstantInitialisation(call.Float("fill_value")));

    /// <summary>A tensor of another's type.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult New(OperatorCall call) => Create(
        call,
        call.Dimensions("size"),
        call.Tensor("input").Type.Element,
        new ConstantInitialisation(call.Definition.Name == "new_ones" ? 1 : 0));

    /// <summary>Creates a tensor.</summary>
    /// <param name="call">The call.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="element">Its element type where the call names none.</param>
    /// <param name="contents">Its values in closed form.</param>
    /// <returns>The tensor.</returns>
    public static CallResult Create(OperatorCall call, ImmutableArray<Dimension> shape, ElementType element, Initialisation? contents)
    {
        if (shape.FirstOrDefault(size => size.Traced() < 0) is var negative && negative.Traced() < 0)
        {
            return OperatorError.Runtime($"Trying to create tensor with negative dimension {negative.Traced()}: {ShapeText.List(shape)}");
        }

        var actual = (call["dtype"] as ElementTypeValue)?.Element ?? element;
        call["dtype"] = ElementTypeValue.Of(actual);
        var result = call.Emit(new TensorType(shape, actual), 0);
        return result.Value is TensorValue tensor ? tensor.WithContents(contents) : result;
    }

    /// <summary>The element type that a number asks for.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The element type.</returns>
    public static ElementType TypeOf(Value number) => number switch
    {
        IntegerValue => ElementType.Int64,
        BoolValue => ElementType.Bool,
        _ => ElementType.Float32,
    };
}
