using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Finds the handler of an expression.</summary>
internal sealed class ExpressionEvaluator
{
    private readonly Interpreter _interpreter;
    private readonly NameEvaluator _names;
    private readonly DisplayEvaluator _displays;
    private readonly CallEvaluator _calls;
    private readonly ComprehensionEvaluator _comprehensions;
    private readonly FormattedTextEvaluator _texts;
    private readonly ConditionEvaluator _conditions;

    /// <summary>Makes the handlers.</summary>
    /// <param name="interpreter">The interpreter.</param>
    public ExpressionEvaluator(Interpreter interpreter)
    {
        _interpreter = interpreter;
        _names = new NameEvaluator(interpreter);
        _displays = new DisplayEvaluator(interpreter);
        _calls = new CallEvaluator(interpreter);
        _comprehensions = new ComprehensionEvaluator(interpreter);
        _texts = new FormattedTextEvaluator(interpreter);
        _conditions = new ConditionEvaluator(interpreter);
    }

    /// <summary>Evaluates an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>Its value; null where an error was raised.</returns>
    public Value? Evaluate(Expression expression, Frame frame)
    {
        if (!_interpreter.State.Step())
        {
            return null;
        }

        switch (expression)
        {
            case NameExpression name:
                return _names.Evaluate(name, frame);
            case IntegerLiteral integer:
                return IntegerValue.Of(integer.Value);
            case TextLiteral text:
                return new TextValue(text.Value);
            case FloatLiteral number:
                return new FloatValue(number.Value);
            case BooleanLiteral truth:
                return BoolValue.Of(truth.Value);
            case NoneLiteral:
                return NoneValue.Instance;
            case EllipsisLiteral:
                return EllipsisValue.Instance;
        }

        return RuntimeHelpers.TryEnsureSufficientExecutionStack()
            ? EvaluateComposite(expression, frame)
            : _interpreter.State.Refuse(FailureClass.LimitExceeded, "The source nests calls and expressions too deeply.");
    }

    /// <summary>Evaluates several expressions; stars are spread.</summary>
    /// <param name="expressions">The expressions.</param>
    /// <param name="frame">The names that they see.</param>
    /// <returns>The values; null where an error was raised.</returns>
    public List<Value>? EvaluateAll(ImmutableArray<Expression> expressions, Frame frame) => _displays.EvaluateItems(expressions, frame);

    private Value? EvaluateComposite(Expression expression, Frame frame) => expression switch
    {
        CallExpression call => _calls.Evaluate(call, frame),
        AttributeExpression attribute => EvaluateAttribute(attribute, frame),
        BinaryExpression binary => EvaluateBinary(binary, frame),
        TupleExpression tuple => _displays.EvaluateTuple(tuple, frame),
        SubscriptExpression subscript => EvaluateSubscript(subscript, frame),
        UnaryExpression unary => EvaluateUnary(unary, frame),
        ListExpression list => _displays.EvaluateList(list, frame),
        ComparisonExpression comparison => _conditions.EvaluateComparison(comparison, frame),
        BooleanExpression boolean => _conditions.EvaluateBoolean(boolean, frame),
        ConditionalExpression conditional => _conditions.EvaluateConditional(conditional, frame),
        ComprehensionExpression comprehension => _comprehensions.Evaluate(comprehension, frame),
        DictionaryExpression dictionary => _displays.EvaluateDictionary(dictionary, frame),
        SetExpression set => _displays.EvaluateSet(set, frame),
        FormattedText text => _texts.Evaluate(text, frame),
        LambdaExpression lambda => _calls.MakeLambda(lambda, frame),
        SliceExpression slice => _displays.EvaluateSlice(slice, frame),
        NamedExpression named => EvaluateNamed(named, frame),
        YieldExpression => _interpreter.State.Refuse(FailureClass.UnsupportedSyntax, "The tracer does not interpret yield inside of an expression."),
        _ => _interpreter.State.Refuse(FailureClass.UnsupportedSyntax, "can't use starred expression here"),
    };

    private Value? EvaluateAttribute(AttributeExpression attribute, Frame frame)
    {
        if (Evaluate(attribute.Target, frame) is not { } target)
        {
            return null;
        }

        _interpreter.State.At(attribute.Position);
        return _interpreter.Attributes.Read(target, attribute.Name);
    }

    private Value? EvaluateBinary(BinaryExpression binary, Frame frame)
    {
        if (Evaluate(binary.Left, frame) is not { } left || Evaluate(binary.Right, frame) is not { } right)
        {
            return null;
        }

        _interpreter.State.At(binary.Position);
        return _interpreter.Operators.Apply(binary.Operator, left, right);
    }

    private Value? EvaluateUnary(UnaryExpression unary, Frame frame)
    {
        if (Evaluate(unary.Operand, frame) is not { } operand)
        {
            return null;
        }

        _interpreter.State.At(unary.Position);
        return _interpreter.Operators.Apply(unary.Operator, operand);
    }

    private Value? EvaluateSubscript(SubscriptExpression subscript, Frame frame)
    {
        if (Evaluate(subscript.Target, frame) is not { } target || Evaluate(subscript.Index, frame) is not { } index)
        {
            return null;
        }

        _interpreter.State.At(subscript.Position);
        return _interpreter.Items.Read(target, index);
    }

    private Value? EvaluateNamed(NamedExpression named, Frame frame)
    {
        if (Evaluate(named.Value, frame) is not { } value)
        {
            return null;
        }

        frame.BindOutside(named.Name, value);
        return value;
    }
}
