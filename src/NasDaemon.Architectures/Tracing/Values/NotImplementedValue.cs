using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary><c>NotImplemented</c>: an operator's method does not know the other operand.</summary>
internal sealed class NotImplementedValue : Value
{
    /// <summary>The only instance.</summary>
    public static readonly NotImplementedValue Instance = new();

    private NotImplementedValue()
    {
    }

    /// <inheritdoc/>
    public override string TypeName => "NotImplementedType";
}
