using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators.Shapes;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Joining;

/// <summary>Square brackets with integers, slices, <c>None</c> and an ellipsis.</summary>
internal static class IndexRule
{
    /// <summary>Applies an index.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The part.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        var index = call["index"];
        var items = index is TupleValue tuple ? tuple.Items : [index];
        if (items.Any(item => item is TensorValue or ListValue or BoolValue or TrainingFlagValue))
        {
            return items.Any(item => item is TensorValue { Type.Element: ElementType.Bool })
                ? new OperatorError(FailureClass.DataDependent, "RuntimeError", "The shape of the result depends on the values of a mask.")
                : OperatorError.Unsupported("Indexing by a tensor or list is not supported.");
        }

        var input = call.Tensor("input");
        var consumed = items.Count(item => item is IntegerValue or SliceValue);
        if (consumed > input.Shape.Length)
        {
            return OperatorError.Index($"too many indices for tensor of dimension {input.Shape.Length}");
        }

        var result = input;
        var dimension = 0;
        foreach (var item in items)
        {
            if (item is EllipsisValue)
            {
                dimension += input.Shape.Length - consumed;
                continue;
            }

            var step = One(call.Scope, result, item, ref dimension);
            if (step.Value is not TensorValue next)
            {
                return step;
            }

            result = next;
        }

        return ReferenceEquals(result, input) ? new TensorValue(input.Type, input.Source).WithStrides(input.Strides).AsViewOf(input) : result;
    }

    private static CallResult One(TraceScope scope, TensorValue input, Value item, ref int dimension)
    {
        switch (item)
        {
            case NoneValue:
                return ReshapeRules.To(scope, input, input.Shape.Insert(dimension++, 1));
            case IntegerValue integer:
                var size = input.Shape[dimension].Traced();
                return integer.Traced < -size || integer.Traced >= size
                    ? OperatorError.Index($"index {integer.Traced} is out of bounds for dimension {dimension} with size {size}")
                    : PartRules.SelectAt(scope, input, dimension, integer.Traced);
            case SliceValue slice:
                return SliceOf(scope, input, slice, dimension++);
            default:
                return new OperatorError(
                    FailureClass.WrongArguments,
                    "IndexError",
                    "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got " + item.TypeName + ")");
        }
    }

    private static CallResult SliceOf(TraceScope scope, TensorValue input, SliceValue slice, int dimension)
    {
        var size = input.Shape[dimension];
        var step = slice.Step is IntegerValue given ? given.Traced : 1;
        if (step <= 0)
        {
            return OperatorError.Value("step must be greater than zero");
        }

        var start = Bound(scope, slice.Start, size, 0);
        var end = Bound(scope, slice.Stop, size, size);
        if (start == (Dimension)0 && end == size && step == 1)
        {
            return input;
        }

        var length = LinearFit.Fit(scope, batch => Math.Max(0, (end.At(batch) - start.At(batch) + step - 1) / step));
        return PartRules.SliceAt(scope, input, dimension, (start, end, step), length);
    }

    private static Dimension Bound(TraceScope scope, Value value, Dimension size, Dimension missing)
    {
        if (value is not IntegerValue integer)
        {
            return missing;
        }

        var bound = integer.Dimension;
        return LinearFit.Fit(scope, batch =>
        {
            var (at, most) = (bound.At(batch), size.At(batch));
            return Math.Clamp(at < 0 ? at + most : at, 0, most);
        });
    }
}
