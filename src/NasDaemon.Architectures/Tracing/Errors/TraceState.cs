using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Errors;

/// <summary>What one trace has used up, where it stands, and the error on its way up.</summary>
/// <param name="limits">What the trace may use up.</param>
/// <param name="scope">The place, shared with the operators.</param>
internal sealed class TraceState(TracingLimits limits, TraceScope scope)
{
    private int _steps;
    private long _elements;

    /// <summary>What the trace may use up.</summary>
    public TracingLimits Limits => limits;

    /// <summary>The place, shared with the operators.</summary>
    public TraceScope Scope => scope;

    /// <summary>The error on its way up; null while there is none.</summary>
    public PythonError? Error { get; set; }

    /// <summary>Functions that are being executed.</summary>
    public int CallDepth { get; set; }

    /// <summary>Counts one step.</summary>
    /// <returns>False where the limit is reached; the error is then set.</returns>
    public bool Step() => ++_steps <= limits.Steps || Refuse($"The source takes more than {limits.Steps} steps.");

    /// <summary>Counts items or characters that are made.</summary>
    /// <param name="count">How many.</param>
    /// <returns>False where the limit is reached; the error is then set.</returns>
    public bool Charge(long count)
    {
        _elements += count;
        return _elements <= limits.TotalElements || Refuse($"The source makes more than {limits.TotalElements} items and characters.");
    }

    /// <summary>Checks and counts a collection.</summary>
    /// <param name="count">Its items.</param>
    /// <returns>False where a limit is reached; the error is then set.</returns>
    public bool ChargeCollection(long count) =>
        count > limits.CollectionSize ? Refuse($"A collection has more than {limits.CollectionSize} items.") : Charge(count);

    /// <summary>Checks and counts a string.</summary>
    /// <param name="length">Its characters.</param>
    /// <returns>False where a limit is reached; the error is then set.</returns>
    public bool ChargeText(long length) =>
        length > limits.TextLength ? Refuse($"A string has more than {limits.TextLength} characters.") : Charge(length);

    /// <summary>Raises a Python exception of the interpreter's own.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="message">Its message.</param>
    /// <param name="hint">What helps to repair it.</param>
    /// <returns>Null.</returns>
    public Value? Raise(string type, string message, string? hint = null) => Raise(ErrorClasses.Of(type), type, message, hint);

    /// <summary>Raises a Python exception.</summary>
    /// <param name="failure">What reports count it as.</param>
    /// <param name="type">Its type.</param>
    /// <param name="message">Its message.</param>
    /// <param name="hint">What helps to repair it.</param>
    /// <returns>Null.</returns>
    public Value? Raise(FailureClass failure, string type, string message, string? hint = null)
    {
        Error = new PythonError(failure, ExceptionTypes.Find(type), message, scope.Line, scope.ModulePath, hint)
        {
            IsRefusal = failure is FailureClass.LimitExceeded or FailureClass.UnsupportedSyntax or FailureClass.DataDependent,
        };
        return null;
    }

    /// <summary>Raises what an operator raised, unless it only hands on an error of the interpreter.</summary>
    /// <param name="error">The operator's error.</param>
    /// <returns>Null.</returns>
    public Value? Raise(OperatorError error) => Error is null ? Raise(error.Class, error.ExceptionType, error.Message, error.Hint) : null;

    /// <summary>What an operator returned.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The value; null where it raised.</returns>
    public Value? Take(CallResult result) => result.Error is { } error ? Raise(error) : result.Value;

    /// <summary>The error on its way up as an operator's.</summary>
    /// <returns>The error.</returns>
    public OperatorError ToOperatorError() => Error is { } error
        ? new OperatorError(error.Class, error.Type.Name, error.Message, error.Hint)
        : throw new InvalidOperationException("There is no error on its way up.");

    /// <summary>Refuses what Python would do but the tracer does not.</summary>
    /// <param name="failure">What reports count it as.</param>
    /// <param name="message">Our own message.</param>
    /// <param name="hint">What helps to repair it.</param>
    /// <returns>Null.</returns>
    public Value? Refuse(FailureClass failure, string message, string? hint = null)
    {
        Raise(failure, "RuntimeError", message, hint);
        Error = Error! with { IsRefusal = true };
        return null;
    }

    private bool Refuse(string message)
    {
        Refuse(FailureClass.LimitExceeded, message);
        return false;
    }
}
