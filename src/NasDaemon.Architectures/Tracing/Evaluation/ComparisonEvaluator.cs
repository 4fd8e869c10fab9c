using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Applies comparison operators.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class ComparisonEvaluator(Interpreter interpreter)
{
    /// <summary>Compares two values.</summary>
    /// <param name="comparison">The operator.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>The result, a tensor where one operand is one; null where an error was raised.</returns>
    public Value? Compare(ComparisonOperator comparison, Value left, Value right)
    {
        if (!interpreter.State.Visit(left.Extent + right.Extent))
        {
            return null;
        }

        switch (comparison)
        {
            case ComparisonOperator.Is:
                return BoolValue.Of(interpreter.Equality.AreSame(left, right));
            case ComparisonOperator.IsNot:
                return BoolValue.Of(!interpreter.Equality.AreSame(left, right));
            case ComparisonOperator.In:
                return Contains(right, left) is { } found ? BoolValue.Of(found) : null;
            case ComparisonOperator.NotIn:
                return Contains(right, left) is { } isIn ? BoolValue.Of(!isIn) : null;
        }

        if ((left is TensorValue && IsTensorOperand(right)) || (right is TensorValue && IsTensorOperand(left)))
        {
            return CompareTensors(comparison, left, right);
        }

        if (SpecialOperators.MayApply(left, right))
        {
            var result = CompareObjects(comparison, left, right);
            if (result is not null || interpreter.State.Error is not null)
            {
                return result;
            }
        }

        if (comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            var isWanted = comparison == ComparisonOperator.Equal;
            return interpreter.Equality.AreEqual(left, right) is { } areEqual ? BoolValue.Of(areEqual == isWanted) : null;
        }

        if (left is SetValue && right is SetValue)
        {
            return CompareSets(comparison, (SetValue)left, (SetValue)right);
        }

        return Order(left, right, Symbol(comparison)) is { } order ? BoolValue.Of(Holds(comparison, order)) : null;
    }

    /// <summary>Orders two values.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="symbol">The operator, for the error text.</param>
    /// <returns>Negative, zero or positive, NaN where a number is not comparable; null where an error was raised.</returns>
    public double? Order(Value left, Value right, string symbol)
    {
        if (Numbers.IsNumber(left) && Numbers.IsNumber(right))
        {
            var (first, second) = (Numbers.ToDouble(left), Numbers.ToDouble(right));
            return double.IsNaN(first) || double.IsNaN(second) ? double.NaN : first.CompareTo(second);
        }

        if (SpecialOperators.MayApply(left, right))
        {
            var isGreater = symbol.StartsWith('>');
            var made = interpreter.SpecialOperators.Apply(isGreater ? "__gt__" : "__lt__", isGreater ? "__lt__" : "__gt__", left, right);
            if (made is not null || interpreter.State.Error is not null)
            {
                return made is not null && interpreter.Truth.Test(made) is { } isTrue ? (isTrue == isGreater ? 1 : -1) : null;
            }
        }

        switch (left, right)
        {
            case (TextValue first, TextValue second):
                return string.CompareOrdinal(first.Value, second.Value);
            case (TupleValue first, TupleValue second):
                return OrderItems(first.Items, second.Items, symbol);
            case (ListValue first, ListValue second):
                return OrderItems(first.Items, second.Items, symbol);
        }

        interpreter.State.Raise("TypeError", $"'{symbol}' not supported between instances of '{left.TypeName}' and '{right.TypeName}'");
        return null;
    }

    private static bool IsTensorOperand(Value value) => value is TensorValue || Numbers.IsNumber(value);

    private static BoolValue CompareSets(ComparisonOperator comparison, SetValue left, SetValue right)
    {
        var isSubset = left.Items.Keys.All(right.Items.ContainsKey);
        var isSuperset = right.Items.Keys.All(left.Items.ContainsKey);
        return BoolValue.Of(comparison switch
        {
            ComparisonOperator.Less => isSubset && !isSuperset,
            ComparisonOperator.LessOrEqual => isSubset,
            ComparisonOperator.Greater => isSuperset && !isSubset,
            _ => isSuperset,
        });
    }

    private static bool Holds(ComparisonOperator comparison, double order) => comparison switch
    {
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private static string MethodName(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "__eq__",
        ComparisonOperator.NotEqual => "__ne__",
        ComparisonOperator.Less => "__lt__",
        ComparisonOperator.LessOrEqual => "__le__",
        ComparisonOperator.Greater => "__gt__",
        _ => "__ge__",
    };

    private static string Symbol(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    private static ComparisonOperator Mirror(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => comparison,
    };

    private Value? CompareObjects(ComparisonOperator comparison, Value left, Value right)
    {
        if (interpreter.SpecialOperators.Apply(MethodName(comparison), MethodName(Mirror(comparison)), left, right) is { } result)
        {
            return result;
        }

        // What only says when it is equal is unequal otherwise.
        return comparison == ComparisonOperator.NotEqual && interpreter.State.Error is null
            && interpreter.SpecialOperators.Apply("__eq__", "__eq__", left, right) is { } equal
            && interpreter.Truth.Test(equal) is { } areEqual
            ? BoolValue.Of(!areEqual)
            : null;
    }

    private Value? CompareTensors(ComparisonOperator comparison, Value left, Value right) => left is TensorValue
        ? interpreter.Operators.CallTensorMethod(MethodName(comparison), left, right)
        : interpreter.Operators.CallTensorMethod(MethodName(Mirror(comparison)), right, left);

    private double? OrderItems(IReadOnlyList<Value> left, IReadOnlyList<Value> right, string symbol)
    {
        for (var index = 0; index < left.Count && index < right.Count; index++)
        {
            if (!interpreter.State.Step() || interpreter.Equality.AreEqual(left[index], right[index]) is not { } areEqual)
            {
                return null;
            }

            if (!areEqual)
            {
                return System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()
                    ? Order(left[index], right[index], symbol)
                    : 0;
            }
        }

        return left.Count.CompareTo(right.Count);
    }

    private bool? Contains(Value container, Value item)
    {
        if (SpecialMethods.Find(container, "__contains__") is { } method)
        {
            return SpecialMethods.Call(interpreter, method, container, item) is { } result ? interpreter.Truth.Test(result) : null;
        }

        switch (container)
        {
            case TextValue text when item is TextValue part:
                return text.Value.Contains(part.Value, StringComparison.Ordinal);
            case TextValue:
                interpreter.State.Raise("TypeError", $"'in <string>' requires string as left operand, not {item.TypeName}");
                return null;
            case DictionaryValue dictionary:
                return interpreter.Items.CheckKey(item) ? dictionary.Entries.ContainsKey(item) : null;
            case SetValue set:
                return interpreter.Items.CheckKey(item) ? set.Items.ContainsKey(item) : null;
        }

        if (!Iteration.IsIterable(container))
        {
            interpreter.State.Raise("TypeError", $"argument of type '{container.TypeName}' is not iterable");
            return null;
        }

        if (container is RangeValue range && item is IntegerValue wanted)
        {
            return range.Contains(wanted.Traced);
        }

        return interpreter.Iteration.Iterate(container) is { } items ? ContainsItem(items, item) : null;
    }

    private bool? ContainsItem(IteratorValue items, Value item)
    {
        while (items.Next(interpreter) is { } candidate)
        {
            if (interpreter.Equality.AreEqual(candidate, item) is not false and var result)
            {
                return result;
            }
        }

        return interpreter.State.Error is null ? false : null;
    }
}
