using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Objects;
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
        if (SpecialOperators.MayApply(left, right))
        {
            var made = _interpreter.SpecialOperators.Apply(OperatorNames.Method(binary), OperatorNames.Reflected(binary), left, right);
            if (made is not null || _interpreter.State.Error is not null)
            {
                return made;
            }
        }

        if (Numbers.IsNumber(left) && Numbers.IsNumber(right))
        {
            return _numbers.Apply(binary, left, right);
        }

        if ((left is TensorValue && CanJoinTensor(right)) || (right is TensorValue && CanJoinTensor(left)))
        {
            return ApplyToTensors(binary, left, right);
        }

        if (binary == BinaryOperator.BitOr && UnionValue.Join(left, right) is { } union)
        {
            return union;
        }

        if ((left as UnknownValue ?? right as UnknownValue) is { } unknown)
        {
            return _interpreter.Calls.UseUnknown(unknown);
        }

        if (!_interpreter.State.Visit(left.Extent + right.Extent))
        {
            return null;
        }

        var result = _containers.Apply(binary, Whole(left), Whole(right));
        return result is not null || _interpreter.State.Error is not null ? result : RaiseUnsupported(binary, left, right);
    }

    /// <summary>Applies an operator in place, as augmented assignment does.</summary>
    /// <param name="binary">The operator.</param>
    /// <param name="left">The target.</param>
    /// <param name="right">The other operand.</param>
    /// <returns>The result, which is the target itself where that can change; null where an error was raised.</returns>
    public Value? ApplyInPlace(BinaryOperator binary, Value left, Value right)
    {
        var name = OperatorNames.InPlace(binary);
        if (left is TensorValue && OperatorCatalogue.Default.TryFindMethod(name, out _) && CanJoinTensor(right))
        {
            return CallTensorMethod(name, left, right);
        }

        if (SpecialMethods.Find(left, name) is { } method)
        {
            var result = SpecialMethods.Call(_interpreter, method, left, right);
            return result is NotImplementedValue ? Apply(binary, left, right) : result;
        }

        return ContainerOperators.CanApplyInPlace(binary, left, right) ? _containers.ApplyInPlace(binary, left, right) : Apply(binary, left, right);
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

        var name = OperatorNames.Method(unary);
        if (SpecialMethods.Find(operand, name) is { } method)
        {
            return SpecialMethods.Call(_interpreter, method, operand);
        }

        if (Numbers.IsNumber(operand) && NumberOperators.Apply(unary, operand) is { } number)
        {
            return number;
        }

        if (operand is TensorValue)
        {
            return unary == UnaryOperator.Plus ? operand : CallTensorMethod(name, operand);
        }

        return operand is UnknownValue unknown
            ? _interpreter.Calls.UseUnknown(unknown)
            : _interpreter.State.Raise("TypeError", $"bad operand type for unary {OperatorNames.Symbol(unary)}: '{operand.TypeName}'");
    }

    /// <summary>Calls a tensor method of the operator catalogue.</summary>
    /// <param name="name">The method's name.</param>
    /// <param name="arguments">The tensor, and the other arguments.</param>
    /// <returns>What it returned; null where an error was raised.</returns>
    public Value? CallTensorMethod(string name, params Value[] arguments) => OperatorCatalogue.Default.TryFindMethod(name, out var method)
        ? _interpreter.Calls.Call(new CatalogueFunctionValue(method), new CallArguments([.. arguments], []))
        : _interpreter.State.Refuse(Abstractions.Failures.FailureClass.UnknownAttribute, $"The tracer does not know the tensor operator {name}.");

    private static bool CanJoinTensor(Value value) => value is TensorValue || Numbers.IsNumber(value);

    // True counts as one wherever a container is repeated.
    private static Value Whole(Value value) => value is BoolValue truth ? new IntegerValue(truth.Value ? 1 : 0) : value;

    private static bool IsSequence(Value value) => value is TextValue or ListValue or TupleValue;

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
        switch (binary)
        {
            case BinaryOperator.Add when left is TextValue:
                return _interpreter.State.Raise("TypeError", $"can only concatenate str (not \"{right.TypeName}\") to str");
            case BinaryOperator.Add when left is ListValue or TupleValue:
                var name = left is ListValue ? "list" : "tuple";
                return _interpreter.State.Raise("TypeError", $"can only concatenate {name} (not \"{right.TypeName}\") to {name}");
            case BinaryOperator.Multiply when IsSequence(left) || IsSequence(right):
                var other = IsSequence(left) ? right : left;
                return _interpreter.State.Raise("TypeError", $"can't multiply sequence by non-int of type '{other.TypeName}'");
        }

        var shown = binary == BinaryOperator.Power ? "** or pow()" : OperatorNames.Symbol(binary);
        return _interpreter.State.Raise("TypeError", $"unsupported operand type(s) for {shown}: '{left.TypeName}' and '{right.TypeName}'");
    }
}
