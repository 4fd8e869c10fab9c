using System.Globalization;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>What calling a built-in type does.</summary>
internal static class TypeConstructors
{
    /// <summary><c>object()</c>.</summary>
    public static readonly NativeConstructor Object = (_, type, _) => new InstanceValue(type);

    /// <summary><c>int(value)</c>.</summary>
    public static readonly NativeConstructor Integer = Of("int", "x? base?", ToInteger);

    /// <summary><c>float(value)</c>.</summary>
    public static readonly NativeConstructor Float = Of("float", "x?", ToFloat);

    /// <summary><c>bool(value)</c>.</summary>
    public static readonly NativeConstructor Bool = Of(
        "bool", "x?", call => call.Values[0] is not { } value ? BoolValue.False : call.Interpreter.Truth.Test(value) is { } truth ? BoolValue.Of(truth) : null);

    /// <summary><c>str(value)</c>.</summary>
    public static readonly NativeConstructor Text = Of(
        "str", "object?", call => call.Values[0] is not { } value ? new TextValue("") : call.Interpreter.Representations.Text(value) is { } text ? new TextValue(text) : null);

    /// <summary><c>list(items)</c>.</summary>
    public static readonly NativeConstructor List = Of("list", "iterable?", call => TakeItems(call) is { } items ? new ListValue([.. items]) : null);

    /// <summary><c>tuple(items)</c>.</summary>
    public static readonly NativeConstructor Tuple = Of("tuple", "iterable?", call => TakeItems(call) is { } items ? new TupleValue(items) : null);

    /// <summary><c>torch.Size(items)</c>.</summary>
    public static readonly NativeConstructor Size = Of("Size", "iterable?", ToSize);

    /// <summary><c>dict(…)</c>.</summary>
    public static readonly NativeConstructor Dictionary = Of("dict", "mapping? **", call => Fill(call, new DictionaryValue()));

    /// <summary><c>OrderedDict(…)</c>.</summary>
    public static readonly NativeConstructor OrderedDictionary = Of("OrderedDict", "mapping? **", call => Fill(call, new DictionaryValue { IsOrdered = true }));

    /// <summary><c>defaultdict(factory, …)</c>.</summary>
    public static readonly NativeConstructor DefaultDictionary = Of("defaultdict", "default_factory? mapping? **", MakeDefault);

    /// <summary><c>set(items)</c>.</summary>
    public static readonly NativeConstructor Set = Of("set", "iterable?", call => call.Values[0] is null ? new SetValue() : SetMethods.Of(call, 0));

    /// <summary><c>frozenset(items)</c>.</summary>
    public static readonly NativeConstructor FrozenSet = Of(
        "frozenset", "iterable?", call => call.Values[0] is null ? new SetValue { IsFrozen = true } : SetMethods.Of(call, 0, isFrozen: true));

    /// <summary><c>range(…)</c>.</summary>
    public static readonly NativeConstructor Range = Of("range", "start stop? step?", ToRange);

    /// <summary><c>slice(…)</c>.</summary>
    public static readonly NativeConstructor Slice = Of("slice", "start stop? step?", call => call.Values[1] is null
        ? new SliceValue(NoneValue.Instance, call[0], NoneValue.Instance)
        : new SliceValue(call[0], call[1], call.Values[2] ?? NoneValue.Instance));

    /// <summary><c>property(…)</c>.</summary>
    public static readonly NativeConstructor Property = Of("property", "fget fset? fdel? doc?", call => new PropertyValue(call[0], call.Optional(1)));

    /// <summary><c>staticmethod(…)</c>.</summary>
    public static readonly NativeConstructor StaticMethod = Of("staticmethod", "function", call => new StaticMethodValue(call[0]));

    /// <summary><c>classmethod(…)</c>.</summary>
    public static readonly NativeConstructor ClassMethod = Of("classmethod", "function", call => new ClassMethodValue(call[0]));

    private static NativeConstructor Of(string name, string parameters, BuiltinBody body)
    {
        var function = new BuiltinFunction(name, parameters, body);
        return (Interpreter interpreter, ClassValue _, CallArguments arguments) => interpreter.Calls.Call(function, arguments);
    }

    private static IReadOnlyList<Value>? TakeItems(BuiltinCall call) => call.Values[0] is null ? [] : call.Items(0);

    private static DictionaryValue? Fill(BuiltinCall call, DictionaryValue target) =>
        DictionaryMethods.Fill(call, target, call.Optional(0), call.Keywords) ? target : null;

    private static DictionaryValue? MakeDefault(BuiltinCall call)
    {
        var made = new DictionaryValue { DefaultFactory = call.Optional(0) };
        return DictionaryMethods.Fill(call, made, call.Optional(1), call.Keywords) ? made : null;
    }

    private static Value? ToSize(BuiltinCall call)
    {
        if (TakeItems(call) is not { } items)
        {
            return null;
        }

        return items.All(item => item is IntegerValue)
            ? new SizeValue([.. items.Cast<IntegerValue>().Select(item => item.Dimension)])
            : call.Raise("TypeError", "torch.Size() takes an iterable of 'int'");
    }

    private static Value? ToInteger(BuiltinCall call)
    {
        switch (call.Values[0])
        {
            case null:
                return new IntegerValue(0);
            case IntegerValue integer:
                return integer;
            case BoolValue truth:
                return new IntegerValue(truth.Value ? 1 : 0);
            case FloatValue { Value: var number } when double.IsFinite(number):
                return Math.Abs(number) < 9.2e18 ? new IntegerValue((long)number) : call.Interpreter.State.Refuse(
                    Abstractions.Failures.FailureClass.LimitExceeded, "An integer has more than 63 bits.");
            case FloatValue { Value: var number }:
                return double.IsNaN(number)
                    ? call.Raise("ValueError", "cannot convert float NaN to integer")
                    : call.Raise("OverflowError", "cannot convert float infinity to integer");
            case TextValue text:
                return ParseInteger(call, text.Value);
            case TensorValue tensor:
                return TensorNumber(call, tensor) is { } item ? ToInteger(call with { Values = [item, null] }) : null;
            case { } special when (SpecialMethods.Find(special, "__int__") ?? SpecialMethods.Find(special, "__index__")) is { } method:
                return SpecialMethods.Call(call.Interpreter, method, special);
            default:
                return call.Raise(
                    "TypeError", $"int() argument must be a string, a bytes-like object or a real number, not '{call[0].TypeName}'");
        }
    }

    private static Value? ParseInteger(BuiltinCall call, string text)
    {
        var radix = call.Optional(1) is IntegerValue given ? given.Traced : 10;
        if (radix is not (0 or (>= 2 and <= 36)))
        {
            return call.Raise("ValueError", "int() base must be >= 2 and <= 36, or 0");
        }

        return IntegerText.TryParse(text, (int)radix, out var value)
            ? new IntegerValue(value)
            : call.Raise("ValueError", $"invalid literal for int() with base {radix}: {Evaluation.Representations.Quote(text)}");
    }

    private static Value? ToFloat(BuiltinCall call)
    {
        switch (call.Values[0])
        {
            case null:
                return new FloatValue(0);
            case TextValue text:
                var digits = text.Value.Trim();
                return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? new FloatValue(value)
                    : digits.TrimStart('+', '-') is "inf" or "infinity" ? new FloatValue(digits[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity)
                    : digits == "nan" ? new FloatValue(double.NaN)
                    : call.Raise("ValueError", $"could not convert string to float: '{text.Value}'");
            case TensorValue tensor:
                return TensorNumber(call, tensor) is { } item ? new FloatValue(Numbers.ToDouble(item)) : null;
            case { } special when SpecialMethods.Find(special, "__float__") is { } method:
                return SpecialMethods.Call(call.Interpreter, method, special);
            case { } other when Numbers.IsNumber(other):
                return new FloatValue(Numbers.ToDouble(other));
            default:
                return call.Raise("TypeError", $"float() argument must be a string or a real number, not '{call[0].TypeName}'");
        }
    }

    private static Value? TensorNumber(BuiltinCall call, TensorValue tensor) => call.Interpreter.Operators.CallTensorMethod("item", tensor);

    private static Value? ToRange(BuiltinCall call)
    {
        var bounds = new long[3];
        for (var index = 0; index < 3; index++)
        {
            if (call.Values[index] is null)
            {
                continue;
            }

            if (call.Integer(index) is not { } bound)
            {
                return null;
            }

            bounds[index] = bound;
        }

        if (call.Values[1] is null)
        {
            return new RangeValue(0, bounds[0], 1);
        }

        var step = call.Values[2] is null ? 1 : bounds[2];
        return step == 0 ? call.Raise("ValueError", "range() arg 3 must not be zero") : new RangeValue(bounds[0], bounds[1], step);
    }
}
