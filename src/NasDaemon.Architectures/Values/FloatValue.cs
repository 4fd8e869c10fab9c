namespace NasDaemon.Architectures.Values;

/// <summary>A Python float.</summary>
/// <param name="value">The value.</param>
internal class FloatValue(double value) : Value
{
    /// <summary>The value.</summary>
    public double Value { get; } = value;

    /// <inheritdoc/>
    public override string TypeName => "float";
}
