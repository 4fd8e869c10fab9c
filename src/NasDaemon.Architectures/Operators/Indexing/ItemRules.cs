using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Information;
using NasDaemon.Architectures.Operators.Views;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Indexing;

/// <summary><c>tensor[index]</c>, read and assigned.</summary>
internal static class ItemRules
{
    /// <summary>Reads an item.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The part.</returns>
    public static CallResult Read(OperatorCall call)
    {
        var place = ItemPlace.Find(call.Scope, call.Tensor("input"), call["index"]);
        if (place.Error is { } error)
        {
            return error;
        }

        var steps = new Composition(call.Scope);
        return place.Indices.Length == 0 ? place.Part! : steps.Result(steps.Operator("index", place.Part!, new TupleValue(place.Indices)));
    }

    /// <summary>Assigns an item.</summary>
    /// <param name="call">The call.</param>
    /// <returns><c>None</c>.</returns>
    public static CallResult Write(OperatorCall call)
    {
        var input = call.Tensor("input");
        var steps = new Composition(call.Scope);
        if (call["index"] is TensorValue { Type.Element: ElementType.Bool } mask && IsScalar(call["value"]))
        {
            var value = call["value"];
            steps.Method("masked_fill_", input, Widened(steps, mask, input), value);
            return steps.Result(NoneValue.Instance);
        }

        var place = ItemPlace.Find(call.Scope, input, call["index"]);
        if (place.Error is { } placeError)
        {
            return placeError;
        }

        var part = place.Part!;
        var source = AsTensor(steps, call["value"], part.Type.Element);
        if (source is null)
        {
            return steps.Error ?? OperatorError.Type($"can't assign a {call["value"].TypeName} to a torch.FloatTensor");
        }

        var changed = place.Indices.Length == 0
            ? Expanded(steps, source, part)
            : steps.Operator("index_put", part, new TupleValue(place.Indices), source, BoolValue.False);
        if (steps.Error is not null || changed is not TensorValue tensor)
        {
            return steps.Result(NoneValue.Instance);
        }

        var error = part is StateTensor state ? InPlace.WriteState(call.Scope, state, tensor) : TensorViews.Write(call.Scope, part, tensor);
        return error is null ? NoneValue.Instance : error;
    }

    private static bool IsScalar(Value value) => Numbers.IsNumber(value) || value is TensorValue { Shape.Length: 0 };

    // A mask of fewer dimensions covers the first ones.
    private static Value Widened(Composition steps, TensorValue mask, TensorValue input)
    {
        var missing = input.Shape.Length - mask.Shape.Length;
        return missing <= 0
            ? mask
            : steps.Call("torch.reshape", mask, new SizeValue([.. mask.Shape, .. Enumerable.Repeat((Dimension)1, missing)]));
    }

    private static TensorValue? AsTensor(Composition steps, Value value, ElementType element)
    {
        if (Numbers.IsNumber(value))
        {
            var type = new KeywordArgument("dtype", ElementTypeValue.Of(element));
            return steps.Call("torch.full", new CallArguments([new TupleValue([]), value], [type])) as TensorValue;
        }

        return value is TensorValue tensor ? steps.Take(scope => ConversionRules.Convert(scope, tensor, element)) as TensorValue : null;
    }

    private static Value Expanded(Composition steps, TensorValue source, TensorValue part)
    {
        var shape = source.Shape;
        while (shape.Length > part.Shape.Length && shape[0].Traced() == 1)
        {
            shape = shape.RemoveAt(0);
        }

        var fitted = shape.Length == source.Shape.Length ? source : steps.Call("torch.reshape", source, new SizeValue(shape));
        var result = steps.Method("expand", fitted, new SizeValue(part.Shape));
        return result is TensorValue tensor ? new TensorValue(tensor.Type, tensor.Source).WithContents(source.Contents as ConstantInitialisation) : result;
    }
}
