using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Products;

/// <summary>Shape rule and cost of Einstein sums without ellipsis.</summary>
internal static class EinsumRule
{
    /// <summary>An Einstein sum.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    public static CallResult Apply(OperatorCall call)
    {
        var equation = ((TextValue)call["equation"]).Value.Replace(" ", "", StringComparison.Ordinal);
        var operands = Operands(call["operands"]);
        if (operands is null)
        {
            return OperatorError.Unsupported("This form of einsum() is not supported.");
        }

        equation = EinsumEquation.Expand(equation, operands);

        var sides = equation.Split("->");
        var terms = sides[0].Split(',');
        if (terms.Length != operands.Count)
        {
            var relation = terms.Length > operands.Count ? "fewer" : "more";
            return OperatorError.Shape($"einsum(): {relation} operands were provided than specified in the equation");
        }

        var sizes = new Dictionary<char, Dimension>();
        for (var index = 0; index < terms.Length; index++)
        {
            if (Collect(call.Scope, terms[index], operands[index], index, sizes) is { } error)
            {
                return error;
            }
        }

        var output = sides.Length > 1 ? sides[1] : EinsumEquation.Implicit(sides[0]);
        foreach (var letter in output)
        {
            if (!sizes.ContainsKey(letter))
            {
                return OperatorError.Shape($"einsum(): output subscript {letter} does not appear in the equation for any input operand");
            }
        }

        call["equation"] = new TextValue($"{sides[0]}->{output}");
        call["operands"] = new TupleValue([.. operands]);
        var flops = 2 * ShapeMath.SampleElements([.. sizes.Values]);
        return call.Emit(new TensorType([.. output.Select(letter => sizes[letter])], TypePromotion.Of([.. operands])), flops);
    }

    private static List<TensorValue>? Operands(Value value)
    {
        var items = Sequences.Items(value)!;
        if (items.Count == 1 && Sequences.Items(items[0]) is { } inner)
        {
            items = inner;
        }

        return items.Count > 0 && items.All(item => item is TensorValue) ? [.. items.Cast<TensorValue>()] : null;
    }

    private static OperatorError? Collect(TraceScope scope, string term, TensorValue operand, int number, Dictionary<char, Dimension> sizes)
    {
        if (term.Length != operand.Shape.Length)
        {
            return OperatorError.Shape(
                $"einsum(): the number of subscripts in the equation ({term.Length}) does not match the number of dimensions ({operand.Shape.Length}) for operand {number} and no ellipsis was given");
        }

        for (var index = 0; index < term.Length; index++)
        {
            var size = operand.Shape[index];
            if (!sizes.TryGetValue(term[index], out var known) || known.Traced() == 1)
            {
                sizes[term[index]] = size;
            }
            else if (size.Traced() != 1 && !ShapeMath.Match(scope, known, size))
            {
                return OperatorError.Shape(
                    $"einsum(): subscript {term[index]} has size {size.Traced()} for operand {number} which does not broadcast with previously seen size {known.Traced()}");
            }
        }

        return null;
    }
}
