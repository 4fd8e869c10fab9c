using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using NasDaemon.Datasets.Vision.Fetching;
using NasDaemon.Testing;

namespace NasDaemon.Datasets.Vision.Tests.Fetching;

public sealed class PackageArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_WantedFile_GivesItsContentAndNothingElse()
    {
        var archive = Archive(("package/../../escape", "bad"), ("package/a", "alpha"), ("package/b", "beta"));

        Assert.Equal([("package/b", "beta")], await ReadAll(archive, "package/b"));
    }

    [Fact]
    public async Task ReadAsync_LinkUnderAWantedName_CountsAsMissing()
    {
        var archive = Archive(("package/a", null));

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAll(archive, "package/a"));

        Assert.Contains("it lacks package/a", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_NoArchive_Throws()
    {
        var archive = _folder.Combine("none.tgz");
        await File.WriteAllTextAsync(archive, "no archive");

        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAll(archive, "package/a"));
    }

    private static async Task<List<(string, string)>> ReadAll(string archive, params string[] wanted)
    {
        var read = new List<(string, string)>();
        await foreach (var (name, content) in PackageArchive.ReadAsync(archive, wanted, CancellationToken.None))
        {
            using var reader = new StreamReader(content);
            read.Add((name, await reader.ReadToEndAsync()));
        }

        return read;
    }

    private string Archive(params (string Name, string? Content)[] files)
    {
        var path = _folder.Combine("package.tgz");
        using var packed = new GZipStream(File.Create(path), CompressionMode.Compress);
        using var writer = new TarWriter(packed);
        foreach (var (name, content) in files)
        {
            writer.WriteEntry(content is null
                ? new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = "/etc/passwd" }
                : new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
        }

        return path;
    }
}
