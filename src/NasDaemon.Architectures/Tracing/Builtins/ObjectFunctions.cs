using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>Built-in functions about single objects.</summary>
internal static class ObjectFunctions
{
    /// <summary>All of them.</summary>
    public static IEnumerable<BuiltinFunction> All =>
    [
        new("print", "* **", _ => NoneValue.Instance),
        new("isinstance", "object type", call => Test(call, CoreTypes.Of(call[0]))),
        new("issubclass", "cls type", call => call[0] is ClassValue type ? Test(call, type) : call.Raise("TypeError", "issubclass() arg 1 must be a class")),
        new("getattr", "object name default?", GetAttribute),
        new("setattr", "object name value", SetAttribute),
        new("delattr", "object name", DeleteAttribute),
        new("hasattr", "object name", HasAttribute),
        new("callable", "object", call => BoolValue.Of(IsCallable(call[0]))),
        new("id", "object", call => new IntegerValue(call.Interpreter.Identities.Of(call[0]))),
        new("hash", "object", Hash),
        new("repr", "object", call => call.Interpreter.Representations.Represent(call[0]) is { } text ? new TextValue(text) : null),
        new("format", "value spec?", Format),
        new("abs", "x", Absolute),
        new("round", "number ndigits?", Round),
        new("pow", "base exp mod?", Power),
        new("divmod", "x y", DivideWithRest),
        new("chr", "i", call => call.Integer(0) is { } code ? Character(call, code) : null),
        new("ord", "c", call => call.Text(0) is [var character] ? new IntegerValue(character) : call.Raise("TypeError", "ord() expected a character")),
        new("super", "type object?", Super),
        new("vars", "object", call => call.Interpreter.Attributes.Read(call[0], "__dict__")),
        new("globals", "", call => new DictionaryValue()),
        new("locals", "", call => new DictionaryValue()),
        new("dir", "object?", call => new ListValue([.. AttributeNames.Of(call.Values[0]).Select(name => new TextValue(name))])),
    ];

    private static BoolValue? Test(BuiltinCall call, ClassValue type) => Matches(call, type, call[1], 0) is { } matches ? BoolValue.Of(matches) : null;

    private static bool? Matches(BuiltinCall call, ClassValue type, Value wanted, int depth)
    {
        switch (wanted)
        {
            case ClassValue known:
                return type.IsSubclassOf(known);
            case UnionValue or TupleValue when depth < 20:
                foreach (var item in (wanted as UnionValue)?.Members ?? ((TupleValue)wanted).Items)
                {
                    if (Matches(call, type, item, depth + 1) is not false and var result)
                    {
                        return result;
                    }
                }

                return false;
            case UnknownValue abstraction when AbstractCollections.Test(abstraction.Path, call[0]) is { } isOne:
                return isOne;
            case UnknownValue:
                return false;
            default:
                call.Raise("TypeError", $"{call.Name}() arg 2 must be a type, a tuple of types, or a union");
                return null;
        }
    }

    /// <summary>Whether a value can be called.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True for functions, classes, modules and objects with <c>__call__</c>.</returns>
    public static bool IsCallable(Value value) => value switch
    {
        FunctionValue or BoundMethodValue or BuiltinFunction or CatalogueFunctionValue or ClassValue or PartialValue or UnknownValue => true,
        Modules.ModuleInstance or Modules.NativeModuleMethod or StaticMethodValue => true,
        _ => SpecialMethods.Find(value, "__call__") is not null,
    };

    private static Value? GetAttribute(BuiltinCall call)
    {
        if (call.Text(1) is not { } name)
        {
            return null;
        }

        if (call.Values[2] is { } other && IsNewer(call[0], name))
        {
            return other;
        }

        var value = call.Interpreter.Attributes.Read(call[0], name);
        if (value is null && call.Values[2] is { } fallback && Swallow(call))
        {
            return fallback;
        }

        return value;
    }

    private static bool Swallow(BuiltinCall call)
    {
        if (call.Interpreter.State.Error is not { IsRefusal: false, Type.Name: "AttributeError" })
        {
            return false;
        }

        call.Interpreter.State.Error = null;
        return true;
    }

    private static NoneValue? SetAttribute(BuiltinCall call) =>
        call.Text(1) is { } name && call.Interpreter.AttributeWriter.Write(call[0], name, call[2]) ? NoneValue.Instance : null;

    private static NoneValue? DeleteAttribute(BuiltinCall call) =>
        call.Text(1) is { } name && call.Interpreter.AttributeWriter.Delete(call[0], name) ? NoneValue.Instance : null;

    // A source that asks has an answer for PyTorch 1.13, which decides.
    private static bool IsNewer(Value target, string name) => target is NamespaceValue space && OperatorCatalogue.Default.IsNewer($"{space.Path}.{name}");

    private static BoolValue? HasAttribute(BuiltinCall call)
    {
        if (call.Text(1) is not { } name)
        {
            return null;
        }

        if (IsNewer(call[0], name))
        {
            return BoolValue.False;
        }

        var value = call.Interpreter.Attributes.Read(call[0], name);
        return value is not null || Swallow(call) ? BoolValue.Of(value is not null) : null;
    }

    private static Value? Power(BuiltinCall call) =>
        call.Interpreter.Operators.Apply(BinaryOperator.Power, call[0], call[1]) is { } power && call.Optional(2) is { } modulus
            ? call.Interpreter.Operators.Apply(BinaryOperator.Modulo, power, modulus)
            : call.Interpreter.Operators.Apply(BinaryOperator.Power, call[0], call[1]);

    private static Value? Hash(BuiltinCall call) => SpecialMethods.Find(call[0], "__hash__") is { } method and not BuiltinFunction
        ? SpecialMethods.Call(call.Interpreter, method, call[0])
        : call.Interpreter.Items.CheckKey(call[0]) ? new IntegerValue(call.Interpreter.Identities.Hash(call[0])) : null;

    private static TextValue? Format(BuiltinCall call)
    {
        var specification = call.Optional(1) is TextValue given ? given.Value : string.Empty;
        return Formatting.Format(call.Interpreter, call[0], specification) is { } text ? new TextValue(text) : null;
    }

    private static Value? Absolute(BuiltinCall call) => call[0] switch
    {
        FloatValue number => new FloatValue(Math.Abs(number.Value)),
        IntegerValue { Traced: >= 0 } integer => integer,
        IntegerValue or BoolValue => call.Interpreter.Operators.Apply(UnaryOperator.Negate, call[0]),
        TensorValue => call.Interpreter.Operators.CallTensorMethod("__abs__", call[0]),
        _ when SpecialMethods.Find(call[0], "__abs__") is { } method => SpecialMethods.Call(call.Interpreter, method, call[0]),
        _ => call.Raise("TypeError", $"bad operand type for abs(): '{call[0].TypeName}'"),
    };

    private static Value? Round(BuiltinCall call)
    {
        if (call[0] is IntegerValue integer)
        {
            return call.Optional(1) is IntegerValue { Traced: < 0 and > -19 } unit ? new IntegerValue((long)Rounding.To(integer.Traced, (int)unit.Traced)) : integer;
        }

        if (SpecialMethods.Find(call[0], "__round__") is { } method)
        {
            return SpecialMethods.Call(call.Interpreter, method, call[0]);
        }

        if (!Numbers.IsNumber(call[0]))
        {
            return call.Raise("TypeError", $"type {call[0].TypeName} doesn't define __round__ method");
        }

        var number = Numbers.ToDouble(call[0]);
        if (call.Optional(1) is not { } digits)
        {
            return Math.Abs(number) < 9.2e18
                ? new IntegerValue((long)Math.Round(number, MidpointRounding.ToEven))
                : call.Raise("OverflowError", "cannot convert float infinity to integer");
        }

        return digits is IntegerValue { Traced: >= -300 and <= 15 } places ? new FloatValue(Rounding.To(number, (int)places.Traced)) : call[0];
    }

    private static TupleValue? DivideWithRest(BuiltinCall call) =>
        call.Interpreter.Operators.Apply(BinaryOperator.FloorDivide, call[0], call[1]) is { } quotient
        && call.Interpreter.Operators.Apply(BinaryOperator.Modulo, call[0], call[1]) is { } rest
            ? new TupleValue([quotient, rest])
            : null;

    private static Value? Character(BuiltinCall call, long code) =>
        code is >= 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF)
            ? new TextValue(char.ConvertFromUtf32((int)code))
            : call.Raise("ValueError", "chr() arg not in range(0x110000)");

    private static Value? Super(BuiltinCall call)
    {
        if (call[0] is not ClassValue type)
        {
            return call.Raise("TypeError", $"super() argument 1 must be a type, not {call[0].TypeName}");
        }

        if (call.Optional(1) is not { } self)
        {
            return new SuperValue(type, NoneValue.Instance);
        }

        var order = self is InstanceValue instance ? instance.Type : self as ClassValue;
        return order is not null && order.IsSubclassOf(type)
            ? new SuperValue(type, self)
            : call.Raise("TypeError", "super(type, obj): obj must be an instance or subtype of type");
    }
}
