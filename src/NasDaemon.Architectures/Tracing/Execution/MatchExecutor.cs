using NasDaemon.Architectures.Syntax.Statements;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Executes <c>match</c>.</summary>
/// <param name="interpreter">The interpreter.</param>
/// <param name="statements">Executes blocks.</param>
internal sealed class MatchExecutor(Interpreter interpreter, StatementExecutor statements)
{
    private readonly PatternMatcher _patterns = new(interpreter);

    /// <summary>Executes the statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">The names that it sees.</param>
    /// <returns>How it ended.</returns>
    public Completion Execute(MatchStatement statement, Frame frame)
    {
        if (interpreter.Expressions.Evaluate(statement.Subject, frame) is not { } subject)
        {
            return Completion.Raise;
        }

        foreach (var candidate in statement.Cases)
        {
            if (!interpreter.State.Step() || _patterns.Fits(candidate.Pattern, subject, frame) is not { } fits)
            {
                return Completion.Raise;
            }

            if (fits && candidate.Guard is { } guard)
            {
                if (interpreter.Expressions.Evaluate(guard, frame) is not { } condition || interpreter.Truth.Test(condition) is not { } isTrue)
                {
                    return Completion.Raise;
                }

                fits = isTrue;
            }

            if (fits)
            {
                return statements.ExecuteBlock(candidate.Body, frame);
            }
        }

        return Completion.Normal;
    }
}
