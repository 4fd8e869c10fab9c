namespace NasDaemon.Architectures.Values;

/// <summary>A truth value.</summary>
internal sealed class BoolValue : Value
{
    /// <summary>Python's <c>True</c>.</summary>
    public static readonly BoolValue True = new(true);

    /// <summary>Python's <c>False</c>.</summary>
    public static readonly BoolValue False = new(false);

    private BoolValue(bool value) => Value = value;

    /// <summary>The value.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override string TypeName => "bool";

    /// <summary>The instance for a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>One of the two instances.</returns>
    public static BoolValue Of(bool value) => value ? True : False;
}
