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

    // Python's tokenizer only marks these; its parser words them when it gets there.
    private static readonly string[] Marks =
    [
        "unindent does not match any outer indentation level",
        "inconsistent use of tabs and spaces in indentation",
        "unexpected character after line continuation character",
        "unexpected EOF while parsing",
    ];

    /// <summary>Whether Python reports this problem of the tokenizer although its parser failed earlier.</summary>
    /// <param name="position">Where the parser failed.</param>
    /// <returns>False for a bracket that is not closed, where the parser failed on the bracket's own line.</returns>
    public bool Outranks(SourcePosition position) => Message.EndsWith("was never closed", StringComparison.Ordinal)
        ? position.Line > Position.Line
        : !Marks.Contains(Message);

    /// <summary>The problem as a failure.</summary>
    /// <returns>The failure.</returns>
    public Failure ToFailure() => new(Class, Message, Position.Line, Position.Column);
}
