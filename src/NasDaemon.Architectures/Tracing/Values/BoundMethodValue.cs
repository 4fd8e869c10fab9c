using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A function together with the object that becomes its first argument.</summary>
/// <param name="self">The object.</param>
/// <param name="function">The function.</param>
internal sealed class BoundMethodValue(Value self, Value function) : Value
{
    /// <summary>The object.</summary>
    public Value Self { get; } = self;

    /// <summary>The function.</summary>
    public Value Function { get; } = function;

    /// <inheritdoc/>
    public override string TypeName => Function is FunctionValue ? "method" : "builtin_function_or_method";
}
