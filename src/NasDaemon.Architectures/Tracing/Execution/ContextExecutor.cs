using NasDaemon.Architectures.Syntax.Statements;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Executes <c>with</c>.</summary>
/// <param name="interpreter">The interpreter.</param>
/// <param name="statements">Executes blocks.</param>
internal sealed class ContextExecutor(Interpreter interpreter, StatementExecutor statements)
{
    /// <summary>Executes the statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>How it ended.</returns>
    public Completion Execute(WithStatement statement, Frame frame) => Execute(statement, 0, frame);

    /// <summary>Enters a context.</summary>
    /// <param name="item">The context.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>The manager, which <see cref="Exit"/> takes; null where an error was raised.</returns>
    public Value? Enter(ContextItem item, Frame frame)
    {
        if (interpreter.Expressions.Evaluate(item.Manager, frame) is not { } manager)
        {
            return null;
        }

        var entered = manager is UnknownValue unknown ? interpreter.Calls.UseUnknown(unknown)
            : SpecialMethods.Find(manager, "__enter__") is { } enter && SpecialMethods.Find(manager, "__exit__") is not null
                ? SpecialMethods.Call(interpreter, enter, manager)
                : interpreter.State.Raise("TypeError", $"'{manager.TypeName}' object does not support the context manager protocol");
        return entered is not null && (item.Target is not { } target || interpreter.Targets.Assign(target, entered, frame)) ? manager : null;
    }

    /// <summary>Leaves a context.</summary>
    /// <param name="manager">The manager.</param>
    /// <param name="completion">How its block ended.</param>
    /// <returns>How the statement ended.</returns>
    public Completion Exit(Value manager, Completion completion)
    {
        var error = interpreter.State.Error;
        if (SpecialMethods.Find(manager, "__exit__") is not { } exit || error is { IsRefusal: true })
        {
            return completion;
        }

        interpreter.State.Error = null;
        Value none = NoneValue.Instance;
        var result = error is null
            ? SpecialMethods.Call(interpreter, exit, manager, none, none, none)
            : SpecialMethods.Call(interpreter, exit, manager, error.Type, error.ToObject(), none);
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

    private Completion Execute(WithStatement statement, int index, Frame frame)
    {
        if (index == statement.Items.Length)
        {
            return statements.ExecuteBlock(statement.Body, frame);
        }

        return Enter(statement.Items[index], frame) is { } manager ? Exit(manager, Execute(statement, index + 1, frame)) : Completion.Raise;
    }
}
