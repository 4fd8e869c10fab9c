namespace NasDaemon.Tests.Support;

/// <summary>A test on the real MNIST, skipped where it is not in the repository's data folder.</summary>
internal sealed class MnistFactAttribute : FactAttribute
{
    public MnistFactAttribute() => Skip = File.Exists(Path.Combine(Folder, "train-images-idx3-ubyte"))
        ? null
        : "MNIST is not here; 'nasdaemon data get mnist' in the repository's folder brings it.";

    public static string Folder { get; } = Path.Combine(Build.Root, "data", "mnist");
}
