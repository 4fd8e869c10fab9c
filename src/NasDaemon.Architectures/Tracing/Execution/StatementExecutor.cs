using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Syntax.Statements;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Finds the handler of a statement.</summary>
internal sealed class StatementExecutor
{
    private readonly Interpreter _interpreter;
    private readonly AssignmentExecutor _assignments;
    private readonly LoopExecutor _loops;
    private readonly MatchExecutor _matches;
    private readonly DefinitionExecutor _definitions;

    /// <summary>Makes the handlers.</summary>
    /// <param name="interpreter">The interpreter.</param>
    public StatementExecutor(Interpreter interpreter)
    {
        _interpreter = interpreter;
        Annotations = new AnnotationChecker(interpreter);
        _loops = new LoopExecutor(interpreter, this);
        _matches = new MatchExecutor(interpreter, this);
        _assignments = new AssignmentExecutor(interpreter, Annotations);
        Exceptions = new ExceptionExecutor(interpreter, this);
        Imports = new ImportExecutor(interpreter, Annotations);
        Contexts = new ContextExecutor(interpreter, this);
        Generators = new GeneratorExecutor(interpreter, this);
        _definitions = new DefinitionExecutor(interpreter, this);
    }

    /// <summary>Executes <c>try</c>, <c>raise</c> and <c>assert</c>.</summary>
    public ExceptionExecutor Exceptions { get; }

    /// <summary>Checks annotations.</summary>
    public AnnotationChecker Annotations { get; }

    /// <summary>Executes imports.</summary>
    public ImportExecutor Imports { get; }

    /// <summary>Executes <c>with</c>.</summary>
    public ContextExecutor Contexts { get; }

    /// <summary>Executes the bodies of generators.</summary>
    public GeneratorExecutor Generators { get; }

    /// <summary>Executes statements in order.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="frame">The names that they see.</param>
    /// <returns>How they ended.</returns>
    public Completion ExecuteBlock(ImmutableArray<Statement> statements, Frame frame)
    {
        foreach (var statement in statements)
        {
            var completion = Execute(statement, frame);
            if (completion != Completion.Normal)
            {
                return completion;
            }
        }

        return Completion.Normal;
    }

    /// <summary>Executes a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>How it ended.</returns>
    public Completion Execute(Statement statement, Frame frame)
    {
        if (!_interpreter.State.Step())
        {
            return Completion.Raise;
        }

        _interpreter.State.At(statement.Position);
        switch (statement)
        {
            case AssignmentStatement assignment:
                return Done(_assignments.Assign(assignment, frame));
            case ExpressionStatement expression:
                return Done(_interpreter.Expressions.Evaluate(expression.Value, frame) is not null);
            case ReturnStatement result:
                return Return(result, frame);
            case IfStatement branch:
                return ExecuteIf(branch, frame);
            case PassStatement or GlobalStatement or NonlocalStatement:
                return Completion.Normal;
            case BreakStatement:
                return Completion.Break;
            case ContinueStatement:
                return Completion.Continue;
        }

        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return ExecuteComposite(statement, frame);
        }

        _interpreter.State.Refuse(FailureClass.LimitExceeded, "The source nests calls and blocks too deeply.");
        return Completion.Raise;
    }

    private static Completion Done(bool isDone) => isDone ? Completion.Normal : Completion.Raise;

    private Completion ExecuteComposite(Statement statement, Frame frame) => statement switch
    {
        AugmentedAssignment augmented => Done(_assignments.Augment(augmented, frame)),
        AnnotatedAssignment annotated => Done(_assignments.Annotate(annotated, frame)),
        ForStatement loop => _loops.ExecuteFor(loop, frame),
        WhileStatement loop => _loops.ExecuteWhile(loop, frame),
        FunctionDefinition function => Done(_definitions.DefineFunction(function, frame)),
        ClassDefinition type => Done(_definitions.DefineClass(type, frame)),
        ImportStatement import => Done(Imports.Import(import, frame)),
        ImportFromStatement import => Done(Imports.ImportFrom(import, frame)),
        AssertStatement assertion => Exceptions.Assert(assertion, frame),
        RaiseStatement raise => Exceptions.Raise(raise, frame),
        TryStatement attempt => Exceptions.Try(attempt, frame),
        WithStatement with => Contexts.Execute(with, frame),
        MatchStatement match => _matches.Execute(match, frame),
        DeleteStatement delete => Done(_assignments.Delete(delete, frame)),
        _ => Unsupported(statement),
    };

    private Completion Unsupported(Statement statement)
    {
        _interpreter.State.Refuse(FailureClass.UnsupportedSyntax, $"The tracer does not interpret {statement.GetType().Name}.");
        return Completion.Raise;
    }

    private Completion Return(ReturnStatement statement, Frame frame)
    {
        frame.Result = statement.Value is null ? NoneValue.Instance : _interpreter.Expressions.Evaluate(statement.Value, frame);
        return frame.Result is null ? Completion.Raise : Completion.Return;
    }

    // A loop, so that a long chain of elif needs no stack.
    private Completion ExecuteIf(IfStatement branch, Frame frame)
    {
        while (true)
        {
            var condition = _interpreter.Expressions.Evaluate(branch.Condition, frame);
            _interpreter.State.At(branch.Condition.Position);
            if (condition is null || _interpreter.Truth.Test(condition) is not { } isTrue)
            {
                return Completion.Raise;
            }

            if (isTrue)
            {
                return ExecuteBlock(branch.Then, frame);
            }

            if (branch.Otherwise is not [IfStatement next])
            {
                return ExecuteBlock(branch.Otherwise, frame);
            }

            _interpreter.State.At(next.Position);
            branch = next;
        }
    }
}
