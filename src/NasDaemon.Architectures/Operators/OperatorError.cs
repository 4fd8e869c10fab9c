using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Architectures.Operators;

/// <summary>The Python exception that PyTorch would raise.</summary>
/// <param name="Class">The class that reports count by.</param>
/// <param name="ExceptionType">The exception's type, e.g. <c>RuntimeError</c>.</param>
/// <param name="Message">PyTorch's own message, its first line.</param>
/// <param name="Hint">What helps to repair it; null where there is nothing to add.</param>
internal sealed record OperatorError(FailureClass Class, string ExceptionType, string Message, string? Hint = null)
{
    /// <summary>Shapes that do not fit together.</summary>
    /// <param name="message">PyTorch's message.</param>
    /// <param name="hint">What helps to repair it.</param>
    /// <returns>A <c>RuntimeError</c>.</returns>
    public static OperatorError Shape(string message, string? hint = null) => new(FailureClass.ShapeMismatch, "RuntimeError", message, hint);

    /// <summary>Arguments that do not fit the signature.</summary>
    /// <param name="message">PyTorch's message.</param>
    /// <returns>A <c>TypeError</c>.</returns>
    public static OperatorError Type(string message) => new(FailureClass.WrongArguments, "TypeError", message);

    /// <summary>An argument out of its range.</summary>
    /// <param name="message">PyTorch's message.</param>
    /// <returns>A <c>ValueError</c>.</returns>
    public static OperatorError Value(string message) => new(FailureClass.WrongArguments, "ValueError", message);

    /// <summary>An argument out of its range, found by PyTorch's native part.</summary>
    /// <param name="message">PyTorch's message.</param>
    /// <returns>A <c>RuntimeError</c>.</returns>
    public static OperatorError Runtime(string message) => new(FailureClass.WrongArguments, "RuntimeError", message);

    /// <summary>An index out of its range.</summary>
    /// <param name="message">PyTorch's message.</param>
    /// <returns>An <c>IndexError</c>.</returns>
    public static OperatorError Index(string message) => new(FailureClass.ShapeMismatch, "IndexError", message);

    /// <summary>An attribute that a value does not have.</summary>
    /// <param name="message">Python's message.</param>
    /// <returns>The error.</returns>
    public static OperatorError Attribute(string message) => new(FailureClass.UnknownAttribute, "AttributeError", message);

    /// <summary>What PyTorch runs but the catalogue does not model.</summary>
    /// <param name="message">Our own message.</param>
    /// <returns>An error of the tracer.</returns>
    public static OperatorError Unsupported(string message) => new(FailureClass.UnsupportedSyntax, "NotImplementedError", message);

    /// <summary>More than a limit allows.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The error.</returns>
    public static OperatorError Limit(string message) => new(FailureClass.LimitExceeded, "RuntimeError", message);
}
