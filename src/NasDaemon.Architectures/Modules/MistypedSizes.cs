using System.Globalization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>
/// What PyTorch says of constructor arguments of a wrong type. Its constructors check no types: arithmetic or the
/// making of a tensor fails on the way, or <c>forward</c> later.
/// </summary>
internal static class MistypedSizes
{
    private static readonly string[] Repeated = ["stride", "padding", "output_padding", "dilation"];

    /// <summary>The sizes of a linear layer.</summary>
    /// <param name="construction">The instance and the bound arguments.</param>
    /// <returns>The error; null where all sizes are integers.</returns>
    public static OperatorError? Linear(ModuleConstruction construction) => Empty(construction["out_features"], construction["in_features"]);

    /// <summary>The channels and the kernel of a convolution; the other arguments fail in <c>forward</c>.</summary>
    /// <param name="construction">The instance and the bound arguments.</param>
    /// <param name="spatial">How many spatial dimensions it has.</param>
    /// <param name="isTransposed">Whether it is a transposed convolution.</param>
    /// <returns>The error; null where the constructor succeeds.</returns>
    public static OperatorError? Convolution(ModuleConstruction construction, int spatial, bool isTransposed)
    {
        var (inputs, outputs, groups) = (construction["in_channels"], construction["out_channels"], construction["groups"]);
        if (groups is not IntegerValue)
        {
            return Compare("<=", groups) ?? Modulo(inputs, groups, "in_channels") ?? Empty(outputs, new FloatValue(0));
        }

        foreach (var name in Repeated)
        {
            if (construction.TryGet(name) is { } value and not (TextValue or TupleValue))
            {
                construction.Self.SetAttribute(name, Sequences.Items(value) is { } items ? new TupleValue([.. items]) : Repeat(value, spatial));
            }
        }

        var kernel = construction["kernel_size"];
        Value[] window = kernel is TextValue { Value.Length: > 0 } text ? [.. text.Value.Select(character => new TextValue(character.ToString()))]
            : Sequences.Items(kernel) is { } sizes ? [.. sizes] : [.. Repeat(kernel, spatial).Items];
        if (kernel is BoolValue)
        {
            return OperatorError.Unsupported("A truth value as the size of a kernel is not supported.");
        }

        Value[] channels = isTransposed ? [inputs, outputs] : [outputs, inputs];
        return Modulo(inputs, groups, "in_channels") ?? Modulo(outputs, groups, "out_channels") ?? Empty([.. channels, .. window]);
    }

    /// <summary>The features of a batch or instance normalisation.</summary>
    /// <param name="construction">The instance and the bound arguments.</param>
    /// <returns>The error; null where they are an integer.</returns>
    public static OperatorError? Features(ModuleConstruction construction) => construction["num_features"] is var features and not IntegerValue
        ? OperatorError.Type(
            $"empty() received an invalid combination of arguments - got ({features.TypeName}, dtype=NoneType, device=NoneType), but expected one of:")
        : null;

    /// <summary>The shape of a layer normalisation.</summary>
    /// <param name="construction">The instance and the bound arguments.</param>
    /// <returns>The error; null where it is a shape.</returns>
    public static OperatorError? Shape(ModuleConstruction construction) => Sequences.Items(construction["normalized_shape"]) is { } items
        ? Empty([.. items])
        : OperatorError.Type($"'{construction["normalized_shape"].TypeName}' object is not iterable");

    /// <summary>The groups and channels of a group normalisation.</summary>
    /// <param name="construction">The instance and the bound arguments.</param>
    /// <returns>The error.</returns>
    public static OperatorError? Groups(ModuleConstruction construction)
    {
        var (groups, channels) = (construction["num_groups"], construction["num_channels"]);
        return Modulo(channels, groups, "num_channels", "num_groups") ?? OperatorError.Type(channels is IntegerValue
            ? $"group_norm(): argument 'num_groups' (position 2) must be int, not {groups.TypeName}"
            : $"empty() received an invalid combination of arguments - got ({channels.TypeName}, dtype=NoneType, device=NoneType), but expected one of:");
    }

    /// <summary>The probability of a dropout.</summary>
    /// <param name="construction">The instance and the bound arguments.</param>
    /// <returns>The error; null where it is a number.</returns>
    public static OperatorError? Probability(ModuleConstruction construction) => Compare("<", construction["p"]);

    private static TupleValue Repeat(Value value, int count) => new([.. Enumerable.Repeat(value, count)]);

    private static OperatorError? Compare(string sign, Value value) => value is FloatValue or IntegerValue or BoolValue
        ? null
        : OperatorError.Type($"'{sign}' not supported between instances of '{value.TypeName}' and 'int'");

    private static OperatorError? Modulo(Value value, Value divisor, string name, string divisorName = "groups")
    {
        if (value is TextValue)
        {
            return OperatorError.Type("not all arguments converted during string formatting");
        }

        if (value is not (FloatValue or IntegerValue or BoolValue) || divisor is not (FloatValue or IntegerValue or BoolValue))
        {
            return OperatorError.Type($"unsupported operand type(s) for %: '{value.TypeName}' and '{divisor.TypeName}'");
        }

        var by = Numbers.ToDouble(divisor);
        return by == 0
            ? new OperatorError(FailureClass.RaisedError, "ZeroDivisionError", "float modulo")
            : Math.IEEERemainder(Numbers.ToDouble(value), by) == 0 ? null : OperatorError.Value($"{name} must be divisible by {divisorName}");
    }

    private static OperatorError? Empty(params Value[] sizes)
    {
        var index = Array.FindIndex(sizes, size => size is not (IntegerValue or BoolValue));
        if (index == 0)
        {
            return OperatorError.Type("empty() received an invalid combination of arguments - got (tuple, dtype=NoneType, device=NoneType), but expected one of:");
        }

        return index < 0
            ? null
            : OperatorError.Type(string.Create(
                CultureInfo.InvariantCulture, $"empty(): argument 'size' must be tuple of SymInts, but found element of type {sizes[index].TypeName} at pos {index + 1}"));
    }
}
