namespace NasDaemon.Testing;

/// <summary>A fact that needs torchvision as the judge; it is skipped, and says so, where torchvision is absent.</summary>
public sealed class TorchvisionFactAttribute : FactAttribute
{
    /// <summary>Checks for torchvision.</summary>
    public TorchvisionFactAttribute() =>
        Skip = Directory.Exists("/usr/lib/python3/dist-packages/torchvision") ? null : "Needs the Debian package python3-torchvision, which is not here.";
}
