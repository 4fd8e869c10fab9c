using System.Collections.Immutable;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Syntax.Statements;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>
/// Executes the bodies of generators: what can hold a <c>yield</c> is executed in steps, all else as everywhere.
/// </summary>
/// <param name="interpreter">The interpreter.</param>
/// <param name="statements">Executes what cannot hold a <c>yield</c>.</param>
internal sealed class GeneratorExecutor(Interpreter interpreter, StatementExecutor statements)
{
    /// <summary>Makes the generator that a call of a function returns.</summary>
    /// <param name="function">The function.</param>
    /// <param name="frame">Its frame, with the arguments.</param>
    /// <returns>The generator.</returns>
    public GeneratorValue Start(FunctionValue function, Frame frame)
    {
        var run = new GeneratorRun(frame);
        return new GeneratorValue(Run(function.Body, run).GetEnumerator(), run.State);
    }

    private IEnumerable<Value> Run(ImmutableArray<Statement> body, GeneratorRun run)
    {
        foreach (var item in Block(body, run))
        {
            yield return item;
        }

        run.State.Result = run.Completion == Completion.Return ? run.Frame.Result! : NoneValue.Instance;
    }

    private IEnumerable<Value> Block(ImmutableArray<Statement> block, GeneratorRun run)
    {
        run.Completion = Completion.Normal;
        foreach (var statement in block)
        {
            if (Steps(statement, run) is { } steps)
            {
                if (!interpreter.State.Step())
                {
                    run.Completion = Completion.Raise;
                    yield break;
                }

                interpreter.State.At(statement.Position);
                foreach (var item in steps)
                {
                    yield return item;
                }
            }
            else
            {
                run.Completion = statements.Execute(statement, run.Frame);
            }

            if (run.Completion != Completion.Normal)
            {
                yield break;
            }
        }
    }

    private IEnumerable<Value>? Steps(Statement statement, GeneratorRun run) => statement switch
    {
        IfStatement branch => If(branch, run),
        ForStatement loop => For(loop, run),
        WhileStatement loop => While(loop, run),
        TryStatement attempt => Try(attempt, run),
        WithStatement with => With(with, 0, run),
        ExpressionStatement { Value: YieldExpression yield } => Yield(yield, run, _ => true),
        AssignmentStatement { Value: YieldExpression yield } assignment => Yield(yield, run, value => Assign(assignment.Targets, value, run.Frame)),
        AnnotatedAssignment { Value: YieldExpression yield } assignment => Yield(yield, run, value => Assign([assignment.Target], value, run.Frame)),
        ReturnStatement { Value: YieldExpression yield } => Return(yield, run),
        _ => null,
    };

    private bool Assign(ImmutableArray<Expression> targets, Value value, Frame frame)
    {
        foreach (var target in targets)
        {
            if (!interpreter.Targets.Assign(target, value, frame))
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<Value> Return(YieldExpression yield, GeneratorRun run)
    {
        foreach (var item in Yield(yield, run, value => (run.Frame.Result = value) is not null))
        {
            yield return item;
        }

        run.Completion = run.Completion == Completion.Normal ? Completion.Return : run.Completion;
    }

    private IEnumerable<Value> Yield(YieldExpression yield, GeneratorRun run, Func<Value, bool> use)
    {
        run.Completion = Completion.Raise;
        var value = yield.Value is null ? NoneValue.Instance : interpreter.Expressions.Evaluate(yield.Value, run.Frame);
        if (value is null)
        {
            yield break;
        }

        if (!yield.IsFrom)
        {
            yield return value;
            if (run.State.Thrown is { } thrown)
            {
                interpreter.State.Error = thrown;
                yield break;
            }

            run.Completion = use(run.State.Sent) ? Completion.Normal : Completion.Raise;
            yield break;
        }

        if (interpreter.Iteration.Iterate(value) is not { } inner)
        {
            yield break;
        }

        while (Delegate(inner, run) is { } item)
        {
            yield return item;
        }

        var result = (inner as GeneratorValue)?.Result ?? NoneValue.Instance;
        run.Completion = interpreter.State.Error is null && use(result) ? Completion.Normal : Completion.Raise;
    }

    // What is sent or thrown into a generator reaches the one that it waits for.
    private Value? Delegate(IteratorValue inner, GeneratorRun run)
    {
        var (sent, thrown) = (run.State.Sent, run.State.Thrown);
        (run.State.Sent, run.State.Thrown) = (NoneValue.Instance, null);
        if (inner is GeneratorValue generator)
        {
            return generator.Resume(interpreter, sent, thrown);
        }

        interpreter.State.Error = thrown;
        return thrown is null ? inner.Next(interpreter) : null;
    }

    private IEnumerable<Value> If(IfStatement branch, GeneratorRun run)
    {
        run.Completion = Completion.Raise;
        var condition = interpreter.Expressions.Evaluate(branch.Condition, run.Frame);
        if (condition is null || interpreter.Truth.Test(condition) is not { } isTrue)
        {
            return [];
        }

        return Block(isTrue ? branch.Then : branch.Otherwise, run);
    }

    private IEnumerable<Value> For(ForStatement loop, GeneratorRun run)
    {
        run.Completion = Completion.Raise;
        if (interpreter.Expressions.Evaluate(loop.Items, run.Frame) is not { } container || interpreter.Iteration.Iterate(container) is not { } items)
        {
            yield break;
        }

        while (items.Next(interpreter) is { } item)
        {
            run.Completion = Completion.Raise;
            if (!interpreter.State.Step() || !interpreter.Targets.Assign(loop.Target, item, run.Frame))
            {
                yield break;
            }

            foreach (var step in Block(loop.Body, run))
            {
                yield return step;
            }

            if (run.EndsLoop())
            {
                yield break;
            }
        }

        run.Completion = Completion.Raise;
        if (interpreter.State.Error is null)
        {
            foreach (var step in Block(loop.Otherwise, run))
            {
                yield return step;
            }
        }
    }

    private IEnumerable<Value> While(WhileStatement loop, GeneratorRun run)
    {
        while (true)
        {
            run.Completion = Completion.Raise;
            var condition = interpreter.State.Step() ? interpreter.Expressions.Evaluate(loop.Condition, run.Frame) : null;
            if (condition is null || interpreter.Truth.Test(condition) is not { } isTrue)
            {
                yield break;
            }

            foreach (var step in Block(isTrue ? loop.Body : loop.Otherwise, run))
            {
                yield return step;
            }

            if (!isTrue || run.EndsLoop())
            {
                yield break;
            }
        }
    }

    private IEnumerable<Value> Try(TryStatement statement, GeneratorRun run)
    {
        foreach (var step in Block(statement.Body, run))
        {
            yield return step;
        }

        if (run.Completion == Completion.Raise && interpreter.State.Error is { IsRefusal: false } error)
        {
            run.Completion = statements.Exceptions.Handle(statement, error, run.Frame);
        }
        else if (run.Completion == Completion.Normal)
        {
            foreach (var step in Block(statement.Otherwise, run))
            {
                yield return step;
            }
        }

        run.Completion = statements.Exceptions.Finish(statement, run.Completion, run.Frame);
    }

    private IEnumerable<Value> With(WithStatement statement, int index, GeneratorRun run)
    {
        if (index == statement.Items.Length)
        {
            foreach (var step in Block(statement.Body, run))
            {
                yield return step;
            }

            yield break;
        }

        run.Completion = Completion.Raise;
        if (statements.Contexts.Enter(statement.Items[index], run.Frame) is not { } manager)
        {
            yield break;
        }

        foreach (var step in With(statement, index + 1, run))
        {
            yield return step;
        }

        run.Completion = statements.Contexts.Exit(manager, run.Completion);
    }
}
