namespace NasDaemon.Architectures.Values;

/// <summary>Python's <c>None</c>.</summary>
internal sealed class NoneValue : Value
{
    /// <summary>The only instance.</summary>
    public static readonly NoneValue Instance = new();

    private NoneValue()
    {
    }

    /// <inheritdoc/>
    public override string TypeName => "NoneType";
}
