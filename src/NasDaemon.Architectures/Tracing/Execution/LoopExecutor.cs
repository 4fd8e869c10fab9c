using NasDaemon.Architectures.Syntax.Statements;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Executes loops.</summary>
/// <param name="interpreter">The interpreter.</param>
/// <param name="statements">Executes their bodies.</param>
internal sealed class LoopExecutor(Interpreter interpreter, StatementExecutor statements)
{
    /// <summary>Executes <c>for</c>.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>How it ended.</returns>
    public Completion ExecuteFor(ForStatement loop, Frame frame)
    {
        if (interpreter.Expressions.Evaluate(loop.Items, frame) is not { } container)
        {
            return Completion.Raise;
        }

        interpreter.State.At(loop.Position);
        if (interpreter.Iteration.Iterate(container) is not { } items)
        {
            return Completion.Raise;
        }

        while (items.Next(interpreter) is { } item)
        {
            if (!interpreter.State.Step() || !interpreter.Targets.Assign(loop.Target, item, frame))
            {
                return Completion.Raise;
            }

            var completion = statements.ExecuteBlock(loop.Body, frame);
            if (completion == Completion.Break)
            {
                return Completion.Normal;
            }

            if (completion is Completion.Return or Completion.Raise)
            {
                return completion;
            }
        }

        return interpreter.State.Error is null ? statements.ExecuteBlock(loop.Otherwise, frame) : Completion.Raise;
    }

    /// <summary>Executes <c>while</c>.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>How it ended.</returns>
    public Completion ExecuteWhile(WhileStatement loop, Frame frame)
    {
        while (interpreter.State.Step())
        {
            interpreter.State.At(loop.Position);
            var condition = interpreter.Expressions.Evaluate(loop.Condition, frame);
            if (condition is null || interpreter.Truth.Test(condition) is not { } isTrue)
            {
                return Completion.Raise;
            }

            if (!isTrue)
            {
                return statements.ExecuteBlock(loop.Otherwise, frame);
            }

            var completion = statements.ExecuteBlock(loop.Body, frame);
            if (completion == Completion.Break)
            {
                return Completion.Normal;
            }

            if (completion is Completion.Return or Completion.Raise)
            {
                return completion;
            }
        }

        return Completion.Raise;
    }
}
