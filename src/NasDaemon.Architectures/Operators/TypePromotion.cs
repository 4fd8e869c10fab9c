using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>PyTorch's rules for the element type of a result: tensors come before tensors without dimensions, and these before numbers.</summary>
internal static class TypePromotion
{
    /// <summary>The element type of an operation on tensors and numbers.</summary>
    /// <param name="operands">The operands; others than tensors and numbers are passed over.</param>
    /// <returns>The element type.</returns>
    public static ElementType Of(params ReadOnlySpan<Value> operands)
    {
        ElementType? sized = null, scalar = null, number = null;
        foreach (var operand in operands)
        {
            switch (operand)
            {
                case TensorValue { Shape.Length: > 0 } tensor:
                    sized = Join(sized, tensor.Type.Element);
                    break;
                case TensorValue tensor:
                    scalar = Join(scalar, tensor.Type.Element);
                    break;
                case IntegerValue or FloatValue or BoolValue:
                    number = Join(number, OfNumber(operand));
                    break;
            }
        }

        return Override(sized, Override(scalar, number)) ?? ElementType.Float32;
    }

    /// <summary>The element type that a Python number alone gives.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The element type.</returns>
    public static ElementType OfNumber(Value number) => number switch
    {
        IntegerValue => ElementType.Int64,
        BoolValue => ElementType.Bool,
        _ => ElementType.Float32,
    };

    /// <summary>The element type in which functions such as <c>exp</c> compute.</summary>
    /// <param name="element">The operand's.</param>
    /// <returns>The same for floating point, the default floating-point type for others.</returns>
    public static ElementType Floating(ElementType element) =>
        ElementTypes.IsFloating(element) || ElementTypes.IsComplex(element) ? element : ElementType.Float32;

    /// <summary>The smallest element type that holds the values of two.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The common element type.</returns>
    public static ElementType Combine(ElementType left, ElementType right)
    {
        if (left == right)
        {
            return left;
        }

        if (Category(left) != Category(right))
        {
            var (high, low) = Category(left) > Category(right) ? (left, right) : (right, left);
            return high == ElementType.Complex64 && low == ElementType.Float64 ? ElementType.Complex128 : high;
        }

        if (left == ElementType.UInt8 || right == ElementType.UInt8)
        {
            var other = left == ElementType.UInt8 ? right : left;
            return other == ElementType.Int8 ? ElementType.Int16 : other;
        }

        return (left, right) is (ElementType.Float16, ElementType.BFloat16) or (ElementType.BFloat16, ElementType.Float16)
            ? ElementType.Float32
            : Width(left) >= Width(right) ? left : right;
    }

    /// <summary>Whether values of one element type may be written in place into a tensor of another.</summary>
    /// <param name="from">The values' element type.</param>
    /// <param name="to">The tensor's.</param>
    /// <returns>True where PyTorch allows it.</returns>
    public static bool CanCast(ElementType from, ElementType to) => Category(from) <= Category(to);

    private static ElementType? Join(ElementType? known, ElementType element) => known is { } earlier ? Combine(earlier, element) : element;

    private static ElementType? Override(ElementType? high, ElementType? low)
    {
        if (high is not { } upper || low is not { } lower)
        {
            return high ?? low;
        }

        if (Category(upper) >= Category(lower))
        {
            return upper;
        }

        return Category(lower) == 3 && Category(upper) == 2 ? ElementTypes.Complex(upper) : lower;
    }

    private static int Category(ElementType element) =>
        ElementTypes.IsComplex(element) ? 3 : ElementTypes.IsFloating(element) ? 2 : element == ElementType.Bool ? 0 : 1;

    private static int Width(ElementType element) => element switch
    {
        ElementType.Complex128 => 16,
        ElementType.Int64 or ElementType.Float64 or ElementType.Complex64 => 8,
        ElementType.Int32 or ElementType.Float32 => 4,
        ElementType.Int16 or ElementType.Float16 or ElementType.BFloat16 => 2,
        _ => 1,
    };
}
