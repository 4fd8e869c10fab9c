namespace NasDaemon.Testing;

/// <summary>A folder of a test's own that is gone when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("nasdaemon-test-").FullName;

    /// <summary>Makes the folder below another one, e.g. on another file system.</summary>
    /// <param name="parent">The folder above it.</param>
    public TemporaryFolder(string parent) =>
        Path = Directory.CreateDirectory(System.IO.Path.Combine(parent, "nasdaemon-test-" + System.IO.Path.GetRandomFileName())).FullName;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>A path inside it.</summary>
    /// <param name="parts">The parts below the folder.</param>
    /// <returns>The path.</returns>
    public string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
