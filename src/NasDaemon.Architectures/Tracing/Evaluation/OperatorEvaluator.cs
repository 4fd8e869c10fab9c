using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Applies arithmetic and bitwise operators: to numbers, to containers, to tensors, and to objects that define them.</summary>
internal sealed class OperatorEvaluator
{
    private readonly Interpreter _interpreter;
    private readonly NumberOperators _numbers;
    private readonly ContainerOperators _containers;

    /// <summary>Makes the evaluator.</summary>
    /// <param name="interpreter">The interpreter.</param>
    public OperatorEvaluator(Interpreter interpreter)
    {
        _interpreter = interpreter;
        _numbers = new NumberOperators(interpreter.State);
        _containers = new ContainerOperators(interpreter);
    }

    /// <summary>Applies a binary operator.</summary>
    /// <param name="binary">The operator.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>The result; null where an error was raised.</returns>
    public Value? Apply(BinaryOperator binary, Value left, Value right)
    {
        if (Numbers.IsNumber(left) && Numbers.IsNumber(right))
        {
            return _numbers.Apply(binary, left, right);
        }

        if ((left is TensorValue && CanJoinTensor(right)) || (right is TensorValue && CanJoinTensor(left)))
        {
            return ApplyToTensors(binary, left, right);
        }

        if ((left as UnknownValue ?? right as UnknownValue) is { } unknown)
        {
            return _interpreter.Calls.UseUnknown(unknown);
        }

        if (left is InstanceValue first && first.Type.Find(OperatorNames.Method(binary)) is { } method)
        {
            return _interpreter.Calls.Call(method, CallArguments.Of(left, right));
        }

        if (right is InstanceValue second && second.Type.Find(OperatorNames.Reflected(binary)) is { } reflected)
        {
            return _interpreter.Calls.Call(reflected, CallArguments.Of(right, left));
        }

        if (!_interpreter.State.Visit(Extent.Of(left) + Extent.Of(right)))
        {
            return null;
        }

        var result = _containers.Apply(binary, left, right);
        return result is not null || _interpreter.State.Error is not null ? result : RaiseUnsupported(binary, left, right);
    }

    /// <summary>Applies an operator in place, as augmented assignment does.</summary>
    /// <param name="binary">The operator.</param>
    /// <param name="left">The target's value.</param>
    /// <param name="right">The right operand.</param>
    /// <returns>The target's new value; null where an error was raised.</returns>
    public Value? ApplyInPlace(BinaryOperator binary, Value left, Value right)
    {
        var name = OperatorNames.InPlace(binary);
        switch (left)
        {
            case TensorValue when OperatorCatalogue.Default.TryFindMethod(name, out _):
                return CallTensorMethod(name, left, right);
            case ListValue list when binary == BinaryOperator.Add:
                if (_interpreter.Iteration.Items(right) is not { } items || !_interpreter.State.ChargeCollection(list.Items.Count + items.Count))
                {
                    return null;
                }

                list.Items.AddRange(items);
                return list;
            case InstanceValue instance when instance.Type.Find(name) is { } method:
                return _interpreter.Calls.Call(method, CallArguments.Of(left, right));
            default:
                return Apply(binary, left, right);
        }
    }

    /// <summary>Applies a prefix operator.</summary>
    /// <param name="unary">The operator.</param>
    /// <param name="operand">The operand.</param>
    /// <returns>The result; null where an error was raised.</returns>
    public Value? Apply(UnaryOperator unary, Value operand)
    {
        if (unary == UnaryOperator.Not)
        {
            return _interpreter.Truth.Test(operand) is { } isTrue ? BoolValue.Of(!isTrue) : null;
        }

        if (Numbers.IsNumber(operand) && NumberOperators.Apply(unary, operand) is { } number)
        {
            return number;
        }

        var name = OperatorNames.Method(unary);
        if (operand is TensorValue)
        {
            return unary == UnaryOperator.Plus ? operand : CallTensorMethod(name, operand);
        }

        if (operand is InstanceValue instance && instance.Type.Find(name) is { } method)
        {
            return _interpreter.Calls.Call(method, CallArguments.Of(operand));
        }

        return _interpreter.State.Raise("TypeError", $"bad operand type for unary {OperatorNames.Symbol(unary)}: '{operand.TypeName}'");
    }

    /// <summary>Calls a tensor method of the catalogue.</summary>
    /// <param name="name">The method.</param>
    /// <param name="arguments">The tensor, and the other arguments.</param>
    /// <returns>What it returned; null where an error was raised.</returns>
    public Value? CallTensorMethod(string name, params Value[] arguments) => OperatorCatalogue.Default.TryFindMethod(name, out var method)
        ? _interpreter.Calls.Call(new CatalogueFunctionValue(method), CallArguments.Of(arguments))
        : _interpreter.State.Refuse(Abstractions.Failures.FailureClass.UnknownAttribute, $"The tracer does not know the tensor operator {name}.");

    private static bool CanJoinTensor(Value value) => value is TensorValue || Numbers.IsNumber(value);

    private Value? ApplyToTensors(BinaryOperator binary, Value left, Value right)
    {
        if (left is TensorValue)
        {
            return CallTensorMethod(OperatorNames.Method(binary), left, right);
        }

        return OperatorCatalogue.Default.TryFindMethod(OperatorNames.Reflected(binary), out _)
            ? CallTensorMethod(OperatorNames.Reflected(binary), right, left)
            : RaiseUnsupported(binary, left, right);
    }

    private Value? RaiseUnsupported(BinaryOperator binary, Value left, Value right)
    {
        var symbol = OperatorNames.Symbol(binary);
        var shown = binary == BinaryOperator.Power ? "** or pow()" : symbol;
        return left is TextValue && binary == BinaryOperator.Add
            ? _interpreter.State.Raise("TypeError", $"can only concatenate str (not \"{right.TypeName}\") to str")
            : left is ListValue or TupleValue && binary == BinaryOperator.Add
                ? _interpreter.State.Raise("TypeError", $"can only concatenate {left.TypeName} (not \"{right.TypeName}\") to {left.TypeName}")
                : _interpreter.State.Raise("TypeError", $"unsupported operand type(s) for {shown}: '{left.TypeName}' and '{right.TypeName}'");
    }
}
