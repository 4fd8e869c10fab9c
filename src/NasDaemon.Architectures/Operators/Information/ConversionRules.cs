using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Information;

/// <summary>Rules of conversions to another element type; devices do not matter.</summary>
internal static class ConversionRules
{
    /// <summary><c>to</c> in all of its forms.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult To(OperatorCall call)
    {
        var input = call.Tensor("input");
        if (call.FunctionName == "to" && Devices.IsForeign([.. Sequences.Items(call["arguments"]) ?? [], call["device"]]))
        {
            return Devices.Error;
        }

        if (call.Has("memory_format") && TensorLayout.WithFormat(call["memory_format"], input) is { } formed)
        {
            input = formed;
        }

        foreach (var argument in (IEnumerable<Value>)[.. Sequences.Items(call["arguments"]) ?? [], call["dtype"]])
        {
            switch (argument)
            {
                case ElementTypeValue element:
                    return Convert(call.Scope, input, element.Element);
                case TensorValue other:
                    return Convert(call.Scope, input, other.Type.Element);
                case TextValue text when ElementTypes.Find(text.Value) is { } named:
                    return Convert(call.Scope, input, named);
                default:
                    continue;
            }
        }

        return input;
    }

    /// <summary>The element type of another tensor.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The tensor.</returns>
    public static CallResult TypeAs(OperatorCall call) => Convert(call.Scope, call.Tensor("input"), call.Tensor("other").Type.Element);

    /// <summary>Converts a tensor.</summary>
    /// <param name="scope">Where the call happens.</param>
    /// <param name="input">The tensor.</param>
    /// <param name="element">The element type.</param>
    /// <returns>The tensor itself where it has that type already.</returns>
    public static CallResult Convert(TraceScope scope, TensorValue input, ElementType element)
    {
        if (input.Type.Element == element || !OperatorCatalogue.Default.TryFindOperator("to", out var definition))
        {
            return input;
        }

        var result = NodeWriter.Write(
            scope,
            definition,
            [input, ElementTypeValue.Of(element)],
            [input.Type with { Element = element }],
            flops: 0,
            keepsActivation: true);
        return result.Value is TensorValue tensor ? tensor.WithStrides(input.Strides).WithContents(input.Contents) : result;
    }
}
