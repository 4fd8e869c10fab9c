using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Statements;
using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Executes what has to do with exceptions: <c>raise</c>, <c>assert</c>, <c>try</c> and <c>with</c>.</summary>
/// <param name="interpreter">The interpreter.</param>
/// <param name="statements">Executes blocks.</param>
internal sealed class ExceptionExecutor(Interpreter interpreter, StatementExecutor statements)
{
    /// <summary>Executes <c>assert</c>.</summary>
    /// <param name="assertion">The statement.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>How it ended.</returns>
    public Completion Assert(AssertStatement assertion, Frame frame)
    {
        var condition = interpreter.Expressions.Evaluate(assertion.Condition, frame);
        if (condition is null || interpreter.Truth.Test(condition) is not { } isTrue)
        {
            return Completion.Raise;
        }

        if (isTrue)
        {
            return Completion.Normal;
        }

        var message = string.Empty;
        if (assertion.Message is { } expression)
        {
            var value = interpreter.Expressions.Evaluate(expression, frame);
            if (value is null || interpreter.Representations.Text(value) is not { } text)
            {
                return Completion.Raise;
            }

            message = text;
        }

        interpreter.State.Scope.Line = assertion.Position.Line;
        interpreter.State.Raise("AssertionError", message);
        return Completion.Raise;
    }

    /// <summary>Executes <c>raise</c>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>How it ended.</returns>
    public Completion Raise(RaiseStatement statement, Frame frame)
    {
        if (statement.Exception is null)
        {
            interpreter.State.Error = Handled(frame);
            if (interpreter.State.Error is null)
            {
                interpreter.State.Raise("RuntimeError", "No active exception to reraise");
            }

            return Completion.Raise;
        }

        var value = interpreter.Expressions.Evaluate(statement.Exception, frame);
        if (value is ClassValue { IsException: true } type)
        {
            value = interpreter.Calls.Call(type, CallArguments.Of());
        }

        if (value is null)
        {
            return Completion.Raise;
        }

        interpreter.State.Scope.Line = statement.Position.Line;
        if (value is not InstanceValue { Type.IsException: true } exception)
        {
            interpreter.State.Raise("TypeError", "exceptions must derive from BaseException");
            return Completion.Raise;
        }

        if (interpreter.Representations.Text(exception) is { } message)
        {
            var scope = interpreter.State.Scope;
            interpreter.State.Error = new PythonError(FailureClass.RaisedError, exception.Type, message, scope.Line, scope.ModulePath, null)
            {
                Instance = exception,
            };
        }

        return Completion.Raise;
    }

    /// <summary>Executes <c>try</c>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>How it ended.</returns>
    public Completion Try(TryStatement statement, Frame frame)
    {
        var completion = statements.ExecuteBlock(statement.Body, frame);
        if (completion == Completion.Raise && interpreter.State.Error is { IsRefusal: false } error)
        {
            completion = Handle(statement, error, frame);
        }
        else if (completion == Completion.Normal)
        {
            completion = statements.ExecuteBlock(statement.Otherwise, frame);
        }

        if (statement.Finally.IsEmpty || interpreter.State.Error is { IsRefusal: true })
        {
            return completion;
        }

        var (pending, result) = (interpreter.State.Error, frame.Result);
        interpreter.State.Error = null;
        var last = statements.ExecuteBlock(statement.Finally, frame);
        if (last != Completion.Normal)
        {
            return last;
        }

        (interpreter.State.Error, frame.Result) = (pending, result);
        return completion;
    }

    /// <summary>Executes <c>with</c>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>How it ended.</returns>
    public Completion With(WithStatement statement, Frame frame) => With(statement, 0, frame);

    private Completion With(WithStatement statement, int index, Frame frame)
    {
        if (index == statement.Items.Length)
        {
            return statements.ExecuteBlock(statement.Body, frame);
        }

        var item = statement.Items[index];
        if (interpreter.Expressions.Evaluate(item.Manager, frame) is not { } manager || Enter(manager) is not { } entered)
        {
            return Completion.Raise;
        }

        if (item.Target is { } target && !interpreter.Targets.Assign(target, entered, frame))
        {
            return Completion.Raise;
        }

        var completion = With(statement, index + 1, frame);
        if (manager is not InstanceValue instance || instance.Type.Find("__exit__") is not { } exit || interpreter.State.Error is { IsRefusal: true })
        {
            return completion;
        }

        return Leave(instance, exit, completion);
    }

    private Completion Leave(InstanceValue manager, Value exit, Completion completion)
    {
        var error = interpreter.State.Error;
        interpreter.State.Error = null;
        Value none = NoneValue.Instance;
        var result = error is null
            ? interpreter.Calls.Call(exit, CallArguments.Of(manager, none, none, none))
            : interpreter.Calls.Call(exit, CallArguments.Of(manager, error.Type, ExceptionObject(error), none));
        if (result is null || interpreter.Truth.Test(result) is not { } isSwallowed)
        {
            return Completion.Raise;
        }

        if (error is null || isSwallowed)
        {
            return error is null ? completion : Completion.Normal;
        }

        interpreter.State.Error = error;
        return Completion.Raise;
    }

    private Value? Enter(Value manager)
    {
        switch (manager)
        {
            case InstanceValue instance when instance.Type.Find("__enter__") is { } enter:
                return interpreter.Calls.Call(enter, CallArguments.Of(manager));
            case UnknownValue unknown:
                return interpreter.Calls.UseUnknown(unknown);
            default:
                return interpreter.State.Raise("TypeError", $"'{manager.TypeName}' object does not support the context manager protocol");
        }
    }

    private static PythonError? Handled(Frame frame)
    {
        for (var around = frame; around is not null; around = around.Enclosing)
        {
            if (around.Handled is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private static InstanceValue ExceptionObject(PythonError error)
    {
        if (error.Instance is { } instance)
        {
            return instance;
        }

        var made = new InstanceValue(error.Type);
        made.Attributes["args"] = new TupleValue(error.Message.Length > 0 ? [new TextValue(error.Message)] : []);
        return made;
    }

    private Completion Handle(TryStatement statement, PythonError error, Frame frame)
    {
        interpreter.State.Error = null;
        foreach (var handler in statement.Handlers)
        {
            if (Catches(handler, error, frame) is not { } isCaught)
            {
                return Completion.Raise;
            }

            if (!isCaught)
            {
                continue;
            }

            var outer = frame.Handled;
            frame.Handled = error;
            if (handler.Name is { } name)
            {
                frame.Bind(name, ExceptionObject(error));
            }

            var completion = statements.ExecuteBlock(handler.Body, frame);
            frame.Handled = outer;
            if (handler.Name is { } bound)
            {
                frame.Unbind(bound);
            }

            return completion;
        }

        interpreter.State.Error = error;
        return Completion.Raise;
    }

    private bool? Catches(ExceptionHandler handler, PythonError error, Frame frame)
    {
        if (handler.Type is null)
        {
            return true;
        }

        if (interpreter.Expressions.Evaluate(handler.Type, frame) is not { } type)
        {
            return null;
        }

        IReadOnlyList<Value> types = type is TupleValue tuple ? tuple.Items : [type];
        foreach (var candidate in types)
        {
            if (candidate is ClassValue { IsException: true } known && error.Type.IsSubclassOf(known))
            {
                return true;
            }
        }

        return false;
    }
}
