using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators.Signatures;

/// <summary>Checks bound arguments against what their parameters take.</summary>
internal static class TypeChecker
{
    /// <summary>Checks the first arguments.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="arguments">The arguments of the call.</param>
    /// <param name="values">One value a parameter; null where none was given.</param>
    /// <param name="count">How many are checked.</param>
    /// <returns>The error of the first of a wrong type; null where all fit.</returns>
    public static OperatorError? CheckFirst(Signature signature, CallArguments arguments, Value[] values, int count)
    {
        for (var index = 0; index < count; index++)
        {
            if (values[index] is { } value && Convert(value, signature.Parameters[index], expands: true) is null)
            {
                return Mistyped(signature, arguments, index, value);
            }
        }

        return null;
    }

    /// <summary>Checks every argument; those that need conversion are converted in place.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="arguments">The arguments as they were given, for error texts.</param>
    /// <param name="values">The bound values.</param>
    /// <returns>The error of the first argument that does not fit; null where every argument fits.</returns>
    public static OperatorError? Check(Signature signature, CallArguments arguments, Value[] values)
    {
        OperatorError? first = null;
        for (var index = 0; index < values.Length; index++)
        {
            var parameter = signature.Parameters[index];
            if (Convert(values[index], parameter, !(signature.HasSelf && signature.Style == SignatureStyle.Python)) is { } converted)
            {
                values[index] = converted;
                continue;
            }

            first ??= Mistyped(signature, arguments, index, values[index]);
        }

        return first;
    }

    private static OperatorError Mistyped(Signature signature, CallArguments arguments, int index, Value value)
    {
        var parameter = signature.Parameters[index];
        var items = parameter.Kind == ParameterKind.IntegerList ? Sequences.Items(value) : null;

        // PyTorch looks at the first item only before it chooses a form.
        if (items is [IntegerValue, ..])
        {
            var wrong = 1;
            while (items[wrong] is IntegerValue or BoolValue)
            {
                wrong++;
            }

            return OperatorError.Type(
                $"{signature.Name.TrimStart('_')}(): argument '{parameter.Name}' must be {NativeForms.Sizes(signature.Name)}, but found element of type {items[wrong].TypeName} at pos {wrong + 1}");
        }

        if (!NativeForms.IsOneForm(signature, arguments) && !(parameter.IsVariadic && items is not null))
        {
            return BindingErrors.Combination(signature, arguments);
        }

        if (signature is { Style: SignatureStyle.Python, HasSelf: false } && index == 0 && NativeForms.Asks(signature.Name) is { } attribute)
        {
            return OperatorError.Attribute($"'{value.TypeName}' object has no attribute '{attribute}'");
        }

        var name = signature is { Style: SignatureStyle.Python, HasSelf: false } ? signature.Name.TrimStart('_') : signature.Name;
        var position = index + (signature.IsMethod ? 0 : 1);
        var given = parameter.IsVariadic && items is [var only, ..] ? only : value;
        return OperatorError.Type(
            $"{name}(): argument '{parameter.Name}' (position {position}) must be {Expected(signature, parameter)}, not {given.TypeName}");
    }

    private static Value? Convert(Value value, Parameter parameter, bool expands) => value switch
    {
        NoneValue => parameter.IsOptional || parameter.Kind == ParameterKind.Any ? value : null,
        TextValue when parameter.TakesText => value,
        _ => parameter.Kind switch
        {
            ParameterKind.Any => value,
            ParameterKind.Tensor => value as TensorValue,
            ParameterKind.TensorList => IsListOf<TensorValue>(value) ? value : null,
            ParameterKind.Integer => AsInteger(value),
            ParameterKind.IntegerList => AsIntegerList(value, parameter.Length, expands),
            ParameterKind.Float => AsFloat(value),
            ParameterKind.Number => AsNumber(value),
            ParameterKind.Operand => value is TensorValue ? value : AsNumber(value),
            ParameterKind.Bool => value is BoolValue or TrainingFlagValue ? value : null,
            ParameterKind.Text => value as TextValue,
            ParameterKind.ElementType => value as ElementTypeValue,
            _ => null,
        },
    };

    private static bool IsListOf<TItem>(Value value) => Sequences.Items(value)?.All(item => item is TItem) ?? false;

    private static IntegerValue? AsInteger(Value value) => value switch
    {
        IntegerValue integer => integer,
        BoolValue truth => new IntegerValue(truth.Value ? 1 : 0),
        _ => null,
    };

    private static TupleValue? AsIntegerList(Value value, int length, bool expands)
    {
        if (length > 0 && value is IntegerValue)
        {
            return Repeat(value, length);
        }

        var items = Sequences.Items(value);
        if (items is null || !AreIntegers(items))
        {
            return null;
        }

        return expands && length > 1 && items.Count == 1 ? Repeat(items[0], length) : value as TupleValue ?? new TupleValue([.. items]);
    }

    private static bool AreIntegers(IReadOnlyList<Value> items)
    {
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index] is not (IntegerValue or BoolValue))
            {
                return false;
            }
        }

        return true;
    }

    private static TupleValue Repeat(Value value, int length)
    {
        var items = new Value[length];
        Array.Fill(items, value);
        return new TupleValue(items);
    }

    private static FloatValue? AsFloat(Value value) => value switch
    {
        FloatValue number => number,
        IntegerValue integer => new FloatValue(integer.Traced),
        BoolValue truth => new FloatValue(truth.Value ? 1 : 0),
        _ => null,
    };

    private static Value? AsNumber(Value value) => value is FloatValue or IntegerValue or BoolValue ? value : null;

    private static string Expected(Signature signature, Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.TensorList => "tuple of Tensors",
        ParameterKind.Integer => "int",
        ParameterKind.IntegerList => NativeForms.Sizes(signature.Name),
        ParameterKind.Float => "float",
        ParameterKind.Number => "Number",
        ParameterKind.Bool => "bool",
        ParameterKind.Text => "str",
        ParameterKind.ElementType => "torch.dtype",
        _ => "Tensor",
    };
}
