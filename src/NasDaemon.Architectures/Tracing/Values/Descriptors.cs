using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Values;

/// <summary>A <c>property</c>.</summary>
/// <param name="getter">What reads it.</param>
/// <param name="setter">What sets it; null where it cannot be set.</param>
/// <param name="deleter">What deletes it; null where it cannot be deleted.</param>
internal sealed class PropertyValue(Value getter, Value? setter, Value? deleter = null) : Value
{
    /// <summary>What reads it.</summary>
    public Value Getter { get; } = getter;

    /// <summary>What sets it.</summary>
    public Value? Setter { get; } = setter;

    /// <summary>What deletes it.</summary>
    public Value? Deleter { get; } = deleter;

    /// <inheritdoc/>
    public override string TypeName => "property";
}

/// <summary>A <c>staticmethod</c>.</summary>
/// <param name="function">The function.</param>
internal sealed class StaticMethodValue(Value function) : Value
{
    /// <summary>The function.</summary>
    public Value Function { get; } = function;

    /// <inheritdoc/>
    public override string TypeName => "staticmethod";
}

/// <summary>A <c>classmethod</c>.</summary>
/// <param name="function">The function.</param>
internal sealed class ClassMethodValue(Value function) : Value
{
    /// <summary>The function.</summary>
    public Value Function { get; } = function;

    /// <inheritdoc/>
    public override string TypeName => "classmethod";
}
