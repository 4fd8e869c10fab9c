using NasDaemon.Architectures.Syntax.Statements;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

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
        if (interpreter.Expressions.Evaluate(loop.Items, frame) is not { } container || Source(container) is not { } next)
        {
            return Completion.Raise;
        }

        for (long turn = 0; next(turn) is { } item; turn++)
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
            interpreter.State.Scope.Line = loop.Position.Line;
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

    // Lists are read as they grow, ranges are never spread out, iterators are used up one by one.
    private Func<long, Value?>? Source(Value container)
    {
        switch (container)
        {
            case ListValue list:
                return turn => turn < list.Items.Count ? list.Items[(int)turn] : null;
            case RangeValue range:
                return turn => turn < range.Count ? new IntegerValue(range.Start + (turn * range.Step)) : null;
            case IteratorValue iterator:
                return _ => iterator.Next();
            default:
                var items = interpreter.Iteration.Items(container);
                return items is null ? null : turn => turn < items.Count ? items[(int)turn] : null;
        }
    }
}
