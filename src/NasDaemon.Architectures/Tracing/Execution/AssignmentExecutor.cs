using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Statements;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Executes assignments and deletions.</summary>
/// <param name="interpreter">The interpreter.</param>
/// <param name="annotations">Checks annotations.</param>
internal sealed class AssignmentExecutor(Interpreter interpreter, AnnotationChecker annotations)
{
    /// <summary>Executes <c>a = b = value</c>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Assign(AssignmentStatement statement, Frame frame)
    {
        if (interpreter.Expressions.Evaluate(statement.Value, frame) is not { } value)
        {
            return false;
        }

        foreach (var target in statement.Targets)
        {
            if (!interpreter.Targets.Assign(target, value, frame))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Executes <c>target += value</c>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Augment(AugmentedAssignment statement, Frame frame) => statement.Target switch
    {
        AttributeExpression attribute => AugmentAttribute(attribute, statement, frame),
        SubscriptExpression subscript => AugmentItem(subscript, statement, frame),
        _ => interpreter.Expressions.Evaluate(statement.Target, frame) is { } old
            && Combine(old, statement, frame) is { } changed
            && interpreter.Targets.Assign(statement.Target, changed, frame),
    };

    /// <summary>Executes <c>target: annotation = value</c>; the annotation is not evaluated.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Annotate(AnnotatedAssignment statement, Frame frame)
    {
        if (frame.Class is { } type && statement.Target is NameExpression name)
        {
            type.Fields.Add((name.Name, Kind(statement.Annotation)));
        }

        return (statement.Value is null || (interpreter.Expressions.Evaluate(statement.Value, frame) is { } value && interpreter.Targets.Assign(statement.Target, value, frame)))
            && annotations.Check(statement.Annotation, frame);
    }

    /// <summary>Executes <c>del</c>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Delete(DeleteStatement statement, Frame frame)
    {
        foreach (var target in statement.Targets)
        {
            var isDeleted = target switch
            {
                NameExpression name => frame.Unbind(name.Name) || RaiseUnbound(name, frame),
                AttributeExpression attribute => interpreter.Expressions.Evaluate(attribute.Target, frame) is { } owner
                    && interpreter.AttributeWriter.Delete(owner, attribute.Name),
                SubscriptExpression subscript => interpreter.Expressions.Evaluate(subscript.Target, frame) is { } container
                    && interpreter.Expressions.Evaluate(subscript.Index, frame) is { } index
                    && interpreter.Items.Delete(container, index),
                _ => interpreter.State.Refuse(Abstractions.Failures.FailureClass.UnsupportedSyntax, "The tracer does not delete this.") is not null,
            };
            if (!isDeleted)
            {
                return false;
            }
        }

        return true;
    }

    private static string Kind(Expression annotation) => annotation switch
    {
        SubscriptExpression subscript => Kind(subscript.Target),
        NameExpression name => name.Name,
        AttributeExpression attribute => attribute.Name,
        TextLiteral text when text.Value.Contains("ClassVar", StringComparison.Ordinal) => "ClassVar",
        _ => string.Empty,
    };

    private bool AugmentAttribute(AttributeExpression attribute, AugmentedAssignment statement, Frame frame) =>
        interpreter.Expressions.Evaluate(attribute.Target, frame) is { } owner
        && interpreter.Attributes.Read(owner, attribute.Name) is { } old
        && Combine(old, statement, frame) is { } changed
        && interpreter.AttributeWriter.Write(owner, attribute.Name, changed);

    private bool AugmentItem(SubscriptExpression subscript, AugmentedAssignment statement, Frame frame) =>
        interpreter.Expressions.Evaluate(subscript.Target, frame) is { } container
        && interpreter.Expressions.Evaluate(subscript.Index, frame) is { } index
        && interpreter.Items.Read(container, index) is { } old
        && Combine(old, statement, frame) is { } changed
        && interpreter.Items.Write(container, index, changed);

    private Value? Combine(Value old, AugmentedAssignment statement, Frame frame)
    {
        if (interpreter.Expressions.Evaluate(statement.Value, frame) is not { } right)
        {
            return null;
        }

        interpreter.State.At(statement.Position);
        var result = interpreter.Operators.ApplyInPlace(statement.Operator, old, right);
        if (result is null && interpreter.State.Error is { Type.Name: "TypeError" } error)
        {
            var symbol = OperatorNames.Symbol(statement.Operator);
            interpreter.State.Error = error with { Message = error.Message.Replace($"for {symbol}:", $"for {symbol}=:", StringComparison.Ordinal) };
        }

        return result;
    }

    private bool RaiseUnbound(NameExpression name, Frame frame)
    {
        _ = frame.Kind == FrameKind.Function
            ? interpreter.State.Raise("UnboundLocalError", $"cannot access local variable '{name.Name}' where it is not associated with a value")
            : interpreter.State.Raise("NameError", $"name '{name.Name}' is not defined");
        return false;
    }
}
