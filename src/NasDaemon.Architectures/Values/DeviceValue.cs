namespace NasDaemon.Architectures.Values;

/// <summary>A <c>torch.device</c>. Devices do not matter to a graph; the name is kept for sources that print or compare it.</summary>
/// <param name="name">The name, e.g. <c>cpu</c>.</param>
internal sealed class DeviceValue(string name) : Value
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override string TypeName => "torch.device";
}
