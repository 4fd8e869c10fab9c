using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Architectures.Syntax;

/// <summary>Why a source cannot be parsed.</summary>
/// <param name="Class">Not Python, Python that is not interpreted, or beyond a limit.</param>
/// <param name="Message">Python's own message where it has one.</param>
/// <param name="Position">Where.</param>
internal sealed record SyntaxProblem(FailureClass Class, string Message, SourcePosition Position)
{
    /// <summary>The message that Python gives where nothing more is known.</summary>
    public const string Generic = "invalid syntax";

    /// <summary>The problem as a failure.</summary>
    /// <returns>The failure.</returns>
    public Failure ToFailure() => new(Class, Message, Position.Line, Position.Column);
}
