using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of <c>set</c>.</summary>
internal static class SetMethods
{
    /// <summary>All of them by name.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table() =>
        MethodTable.Of(
            new FunctionOwner("set", IsPython: false),
            ("add", "item", Add),
            ("update", "*", UpdateAll),
            ("discard", "item", call => Remove(call, isRequired: false)),
            ("remove", "item", call => Remove(call, isRequired: true)),
            ("copy", "", call => Copy(call[0])),
            ("clear", "", Clear),
            ("pop", "", Pop),
            ("isdisjoint", "other", call => Of(call, 1) is { } other ? BoolValue.Of(!other.Items.Keys.Any(Self(call).Items.ContainsKey)) : null),
            ("difference_update", "other", call => ChangeTo(call, BinaryOperator.Subtract)),
            ("intersection_update", "other", call => ChangeTo(call, BinaryOperator.BitAnd)),
            ("symmetric_difference_update", "other", call => ChangeTo(call, BinaryOperator.BitXor)),
            ("__init__", "iterable?", call => call.Values[1] is null || Update(call) is not null ? NoneValue.Instance : null),
            ("__contains__", "item", call => call.Interpreter.Items.CheckKey(call[1]) ? BoolValue.Of(Self(call).Items.ContainsKey(call[1])) : null),
            ("__len__", "", call => new IntegerValue(Self(call).Items.Count)),
            ("union", "*", call => CombineAll(call, BinaryOperator.BitOr)),
            ("intersection", "*", call => CombineAll(call, BinaryOperator.BitAnd)),
            ("difference", "*", call => CombineAll(call, BinaryOperator.Subtract)),
            ("symmetric_difference", "other", call => Combine(call, BinaryOperator.BitXor)),
            ("issubset", "other", call => Of(call, 1) is { } other ? BoolValue.Of(Self(call).Items.Keys.All(other.Items.ContainsKey)) : null),
            ("issuperset", "other", call => Of(call, 1) is { } other ? BoolValue.Of(other.Items.Keys.All(Self(call).Items.ContainsKey)) : null));

    /// <summary>Makes a set of the items of an argument.</summary>
    /// <param name="call">The call.</param>
    /// <param name="index">The argument's index.</param>
    /// <param name="isFrozen">Whether it is a <c>frozenset</c>.</param>
    /// <returns>The set; null where an error was raised.</returns>
    public static SetValue? Of(BuiltinCall call, int index, bool isFrozen = false)
    {
        if (call.Items(index) is not { } items)
        {
            return null;
        }

        var set = new SetValue { IsFrozen = isFrozen };
        foreach (var item in items)
        {
            if (!call.Interpreter.Items.CheckKey(item))
            {
                return null;
            }

            set.Add(item);
        }

        return call.Interpreter.State.ChargeCollection(set.Items.Count) ? set : null;
    }

    private static SetValue Self(BuiltinCall call) => call[0] as SetValue ?? new SetValue();

    private static NoneValue Clear(BuiltinCall call)
    {
        Self(call).Items.Clear();
        return NoneValue.Instance;
    }

    private static Value? Pop(BuiltinCall call)
    {
        if (Self(call).Items.Count == 0)
        {
            return call.Raise("KeyError", "'pop from an empty set'");
        }

        var first = Self(call).Items.GetAt(0).Key;
        Self(call).Items.Remove(first);
        return first;
    }

    private static NoneValue? ChangeTo(BuiltinCall call, BinaryOperator binary) =>
        Of(call, 1) is { } other && call.Interpreter.Operators.ApplyInPlace(binary, call[0], other) is not null ? NoneValue.Instance : null;

    private static SetValue Copy(Value source)
    {
        var copy = new SetValue();
        foreach (var item in ((SetValue)source).Items.Keys)
        {
            copy.Add(item);
        }

        return copy;
    }

    private static NoneValue? Add(BuiltinCall call)
    {
        if (!call.Interpreter.Items.CheckKey(call[1]) || !call.Interpreter.State.Charge(1))
        {
            return null;
        }

        Self(call).Add(call[1]);
        return NoneValue.Instance;
    }

    private static NoneValue? Update(BuiltinCall call)
    {
        if (Of(call, 1) is not { } other)
        {
            return null;
        }

        foreach (var item in other.Items.Keys)
        {
            Self(call).Add(item);
        }

        return NoneValue.Instance;
    }

    private static Value? Remove(BuiltinCall call, bool isRequired) =>
        Self(call).Items.Remove(call[1]) || !isRequired ? NoneValue.Instance : call.Interpreter.Items.RaiseKey(call[1]);

    private static NoneValue? UpdateAll(BuiltinCall call) =>
        call.Rest.All(items => Update(call with { Values = [call[0], items] }) is not null) ? NoneValue.Instance : null;

    private static Value? CombineAll(BuiltinCall call, BinaryOperator binary)
    {
        Value result = Copy(call[0]);
        foreach (var items in call.Rest)
        {
            if (Combine(call with { Values = [result, items] }, binary) is not { } next)
            {
                return null;
            }

            result = next;
        }

        return result;
    }

    private static Value? Combine(BuiltinCall call, BinaryOperator binary) =>
        Of(call, 1) is { } other ? call.Interpreter.Operators.Apply(binary, call[0], other) : null;
}
