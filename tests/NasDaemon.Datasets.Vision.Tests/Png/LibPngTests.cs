using NasDaemon.Datasets.Vision.Png;
using NasDaemon.Testing;

namespace NasDaemon.Datasets.Vision.Tests.Png;

public sealed class LibPngTests : IDisposable
{
    // A 2 × 1 picture: a red pixel and one of (1, 2, 3).
    private const string TwoPixels =
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DAyMQMAAYLAQYEC5ktAAAAAElFTkSuQmCC";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReadRgb_TwoPixels_GivesThemInOrder() =>
        Assert.Equal([255, 0, 0, 1, 2, 3], LibPng.ReadRgb(Write(Convert.FromBase64String(TwoPixels)), width: 2, height: 1));

    [Fact]
    public void ReadRgb_OtherSize_IsRefusedBeforeAnythingIsDecoded()
    {
        var thrown = Assert.Throws<InvalidDataException>(() => LibPng.ReadRgb(Write(Convert.FromBase64String(TwoPixels)), width: 1024, height: 10_000));

        Assert.Contains("2 × 1 pixels in place of 1024 × 10000", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadRgb_DamagedFile_GivesTheLibrarysReason()
    {
        var bytes = Convert.FromBase64String(TwoPixels);

        Assert.Throws<InvalidDataException>(() => LibPng.ReadRgb(Write(bytes[..50]), width: 2, height: 1));
        Assert.Contains("no readable PNG", Assert.Throws<InvalidDataException>(() => LibPng.ReadRgb(Write([1, 2, 3]), 2, 1)).Message, StringComparison.Ordinal);
    }

    private string Write(byte[] bytes)
    {
        var path = _folder.Combine("picture.png");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
