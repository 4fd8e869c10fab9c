using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Tracing.Diagnosis;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Errors;

/// <summary>What one trace has used up, where it stands, and the error on its way up.</summary>
/// <param name="limits">What the trace may use up.</param>
/// <param name="scope">The place, shared with the operators.</param>
internal sealed class TraceState(TracingLimits limits, TraceScope scope)
{
    // Looking at the memory takes as long as a step, so it is done once for many.
    private const int StepsBetweenChecks = 64;

    // A hint compares with every known name; a source that catches its errors could ask for any number.
    private const int MostHints = 20;

    // How many items or characters can be copied or compared in the time of a step.
    private const int ElementsOfAStep = 32;

    private readonly long _allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
    private long _steps;
    private long _nextCheck;
    private long _elements;
    private int _hints;

    /// <summary>What the trace may use up.</summary>
    public TracingLimits Limits => limits;

    /// <summary>The place, shared with the operators.</summary>
    public TraceScope Scope => scope;

    /// <summary>Notes the applications of modules; null where nobody asked.</summary>
    public ModuleCallLog? ModuleCalls { get; init; }

    /// <summary>Notes what a cure needs to know; null where nobody asked.</summary>
    public TraceNotes? Notes { get; init; }

    /// <summary>How many steps were taken.</summary>
    public long Steps => _steps;

    /// <summary>The error on its way up; null while there is none.</summary>
    public PythonError? Error { get; set; }

    /// <summary>Whether <c>forward</c> is traced as it runs in training.</summary>
    public bool IsTraining { get; init; } = true;

    /// <summary>Whether the way through <c>forward</c> depended on <c>self.training</c>.</summary>
    public bool AskedForTraining { get; private set; }

    /// <summary>Functions that are being executed.</summary>
    public int CallDepth { get; set; }

    /// <summary>Asks whether an error may still look for the name that was probably meant.</summary>
    /// <returns>False where that was done often enough.</returns>
    public bool TryTakeHint() => ++_hints <= MostHints;

    /// <summary>What <c>self.training</c> is, noting that the source asked. A network is made in training mode.</summary>
    /// <returns>False in <c>forward</c> where the trace is one of evaluation mode.</returns>
    public bool AskTraining()
    {
        AskedForTraining |= scope.InForward;
        return IsTraining || !scope.InForward;
    }

    /// <summary>Counts one step.</summary>
    /// <returns>False where the limit is reached; the error is then set.</returns>
    public bool Step() => ++_steps < _nextCheck || CheckUsage();

    /// <summary>Counts work that takes longer the more there is to look at.</summary>
    /// <param name="elements">Items or characters that are looked at.</param>
    /// <returns>False where the limit is reached; the error is then set.</returns>
    public bool Visit(long elements)
    {
        _steps += elements / ElementsOfAStep;
        return _steps < _nextCheck || CheckUsage();
    }

    /// <summary>Counts the work of a call that may look at all of its arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>False where the limit is reached; the error is then set.</returns>
    public bool Visit(in CallArguments arguments)
    {
        long elements = ElementsOfAStep + arguments.Positional.Length + arguments.Keywords.Length;
        for (var index = 0; index < arguments.Positional.Length; index++)
        {
            elements += arguments.Positional[index].Extent;
        }

        for (var index = 0; index < arguments.Keywords.Length; index++)
        {
            elements += arguments.Keywords[index].Value.Extent;
        }

        return Visit(elements);
    }

    /// <summary>Notes what is being executed. What the tracer's own library executes has no place: an error there is one of the source's line that called.</summary>
    /// <param name="position">The place; the default in the library.</param>
    public void At(SourcePosition position)
    {
        if (position.Line > 0)
        {
            scope.Place = position;
        }
    }

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
        Error = new PythonError(failure, ExceptionTypes.Find(type), message, scope.Place, scope.ModulePath, hint)
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

    private bool CheckUsage()
    {
        if (_steps > limits.Steps)
        {
            return Refuse($"The source takes more than {limits.Steps} steps.");
        }

        if (GC.GetAllocatedBytesForCurrentThread() - _allocatedBefore > limits.AllocatedBytes)
        {
            return Refuse($"The source takes more than {limits.AllocatedBytes} bytes of memory.");
        }

        _nextCheck = Math.Min(_steps + StepsBetweenChecks, limits.Steps + 1L);
        return true;
    }

    private bool Refuse(string message)
    {
        Refuse(FailureClass.LimitExceeded, message);
        return false;
    }
}
