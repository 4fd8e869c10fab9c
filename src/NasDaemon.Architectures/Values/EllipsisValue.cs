namespace NasDaemon.Architectures.Values;

/// <summary>Python's <c>...</c>.</summary>
internal sealed class EllipsisValue : Value
{
    /// <summary>The only instance.</summary>
    public static readonly EllipsisValue Instance = new();

    private EllipsisValue()
    {
    }

    /// <inheritdoc/>
    public override string TypeName => "ellipsis";
}
