using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A generator: the body of a function, or a comprehension, that stops at every item.</summary>
/// <param name="steps">The body; ends early where an error was raised.</param>
/// <param name="state">What the body is told.</param>
internal sealed class GeneratorValue(IEnumerator<Value> steps, GeneratorState state) : IteratorValue("generator")
{
    private bool _isStarted;
    private bool _isRunning;
    private bool _isAtEnd;

    /// <summary>What the generator returned.</summary>
    public Value Result => state.Result;

    /// <inheritdoc/>
    public override Value? Next(Interpreter interpreter) => Resume(interpreter, NoneValue.Instance, null);

    /// <summary>Goes on to the next <c>yield</c>.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="sent">The value of the <c>yield</c> that it waits at.</param>
    /// <param name="thrown">The exception that this <c>yield</c> raises; null for none.</param>
    /// <returns>The item; null at the end, and where an error was raised.</returns>
    public Value? Resume(Interpreter interpreter, Value sent, PythonError? thrown)
    {
        if (_isRunning)
        {
            return interpreter.State.Raise("ValueError", "generator already executing");
        }

        if (_isAtEnd || (thrown is not null && !_isStarted))
        {
            _isAtEnd = true;
            interpreter.State.Error = thrown ?? interpreter.State.Error;
            return null;
        }

        if (!_isStarted && sent is not NoneValue)
        {
            return interpreter.State.Raise("TypeError", "can't send non-None value to a just-started generator");
        }

        (state.Sent, state.Thrown) = (sent, thrown);
        return interpreter.Calls.Enter() ? Advance(interpreter) : null;
    }

    private Value? Advance(Interpreter interpreter)
    {
        var place = interpreter.State.Scope.Place;
        var wasLoading = interpreter.Calls.IsLoading;
        interpreter.Calls.IsLoading = false;
        (_isStarted, _isRunning) = (true, true);
        var item = steps.MoveNext() ? steps.Current : null;
        (_isRunning, _isAtEnd) = (false, item is null);
        interpreter.Calls.IsLoading = wasLoading;
        interpreter.Calls.Leave();
        if (interpreter.State.Error is null)
        {
            interpreter.State.Scope.Place = place;
        }
        else if (interpreter.State.Error is { IsRefusal: false, Type.Name: "StopIteration" })
        {
            interpreter.State.Raise("RuntimeError", "generator raised StopIteration");
        }

        return item;
    }
}
