namespace NasDaemon.Architectures.Values;

/// <summary>A slice inside square brackets. Bounds that are left out are <see cref="NoneValue"/>.</summary>
/// <param name="start">The first index.</param>
/// <param name="stop">The index behind the last.</param>
/// <param name="step">The distance between two.</param>
internal sealed class SliceValue(Value start, Value stop, Value step) : Value
{
    /// <summary>The first index.</summary>
    public Value Start { get; } = start;

    /// <summary>The index behind the last.</summary>
    public Value Stop { get; } = stop;

    /// <summary>The distance between two.</summary>
    public Value Step { get; } = step;

    /// <inheritdoc/>
    public override string TypeName => "slice";
}
