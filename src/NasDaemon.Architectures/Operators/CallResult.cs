using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Operators;

/// <summary>What a call returned, or the exception that it raised.</summary>
internal readonly struct CallResult
{
    private CallResult(Value? value, OperatorError? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>What the call returned; null where it raised.</summary>
    public Value? Value { get; }

    /// <summary>What it raised; null where it returned.</summary>
    public OperatorError? Error { get; }

    /// <summary>A value is a result.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator CallResult(Value value) => new(value, null);

    /// <summary>An error is a result.</summary>
    /// <param name="error">The error.</param>
    public static implicit operator CallResult(OperatorError error) => new(null, error);
}
