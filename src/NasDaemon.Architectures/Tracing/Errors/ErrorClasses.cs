using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Architectures.Tracing.Errors;

/// <summary>What reports count Python's exceptions as, where the interpreter raises them itself.</summary>
internal static class ErrorClasses
{
    /// <summary>The class of an exception.</summary>
    /// <param name="type">The exception's type.</param>
    /// <returns>The class.</returns>
    public static FailureClass Of(string type) => type switch
    {
        "NameError" or "UnboundLocalError" or "ImportError" or "ModuleNotFoundError" => FailureClass.UnknownName,
        "AttributeError" => FailureClass.UnknownAttribute,
        "TypeError" => FailureClass.WrongArguments,
        "RecursionError" or "MemoryError" => FailureClass.LimitExceeded,
        _ => FailureClass.RaisedError,
    };
}
