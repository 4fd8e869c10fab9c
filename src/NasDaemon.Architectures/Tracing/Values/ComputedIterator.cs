using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>An iterator whose items are made one by one. Once it has ended, it stays so.</summary>
/// <param name="typeName">The name of its Python type.</param>
/// <param name="next">Makes the next item: null at the end, and where an error was raised.</param>
internal sealed class ComputedIterator(string typeName, Func<Value?> next) : IteratorValue(typeName)
{
    private bool _isAtEnd;

    /// <inheritdoc/>
    public override Value? Next(Interpreter interpreter)
    {
        var item = _isAtEnd || !interpreter.State.Step() ? null : next();
        _isAtEnd |= item is null;
        return item;
    }
}
