using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
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

        interpreter.State.At(assertion.Condition.Position);
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

        interpreter.State.At(statement.Position);
        if (value is not InstanceValue { Type.IsException: true } exception)
        {
            interpreter.State.Raise("TypeError", "exceptions must derive from BaseException");
            return Completion.Raise;
        }

        if (statement.Cause is { } cause)
        {
            if (interpreter.Expressions.Evaluate(cause, frame) is not { } origin)
            {
                return Completion.Raise;
            }

            exception.Attributes["__cause__"] = origin;
        }

        if (interpreter.Representations.Text(exception) is { } message)
        {
            var scope = interpreter.State.Scope;
            interpreter.State.Error = new PythonError(FailureClass.RaisedError, exception.Type, message, scope.Place, scope.ModulePath, null)
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
        var guard = statement.Handlers.Any(handler => CatchesImports(handler.Type)) ? 1 : 0;
        statements.Imports.Guards += guard;
        var completion = statements.ExecuteBlock(statement.Body, frame);
        statements.Imports.Guards -= guard;
        if (completion == Completion.Raise && interpreter.State.Error is { IsRefusal: false } error)
        {
            completion = Handle(statement, error, frame);
        }
        else if (completion == Completion.Normal)
        {
            completion = statements.ExecuteBlock(statement.Otherwise, frame);
        }

        return Finish(statement, completion, frame);
    }

    /// <summary>Executes <c>finally</c>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="completion">How the blocks before it ended.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>How the whole statement ended.</returns>
    public Completion Finish(TryStatement statement, Completion completion, Frame frame)
    {
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

    private static bool CatchesImports(Expression? type) => type switch
    {
        null => true,
        NameExpression name => name.Name is "ImportError" or "ModuleNotFoundError" or "Exception" or "BaseException",
        TupleExpression tuple => tuple.Items.Any(CatchesImports),
        _ => false,
    };

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

    /// <summary>Executes the handler of an exception.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="error">The exception.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>How it ended.</returns>
    public Completion Handle(TryStatement statement, PythonError error, Frame frame)
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
                frame.Bind(name, error.ToObject());
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
