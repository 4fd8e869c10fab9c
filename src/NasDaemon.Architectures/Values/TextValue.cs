namespace NasDaemon.Architectures.Values;

/// <summary>A Python string.</summary>
/// <param name="value">The text.</param>
internal class TextValue(string value) : Value
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override string TypeName => "str";

    /// <inheritdoc/>
    public override int Extent => Value.Length;
}
