using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>An iterator: hands out its items one at a time, and makes none before it is asked.</summary>
/// <param name="typeName">The name of its Python type.</param>
internal abstract class IteratorValue(string typeName) : Value
{
    /// <inheritdoc/>
    public override string TypeName => typeName;

    /// <summary>Takes the next item.</summary>
    /// <param name="interpreter">Takes errors.</param>
    /// <returns>The item; null at the end, and where an error was raised.</returns>
    public abstract Value? Next(Interpreter interpreter);
}
