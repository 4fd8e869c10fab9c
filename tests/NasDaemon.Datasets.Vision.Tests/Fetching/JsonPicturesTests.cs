using System.Text;
using NasDaemon.Datasets.Vision.Fetching;

namespace NasDaemon.Datasets.Vision.Tests.Fetching;

public sealed class JsonPicturesTests
{
    [Fact]
    public void Read_PicturesWithAnEmptyRowBetween_GivesThePictures()
    {
        var pictures = JsonPictures.Read(Json($"{{\"data\":[{Row(1)},[],{Row(255)}]}}"), count: 2);

        Assert.Equal(2 * JsonPictures.Bytes, pictures.Length);
        Assert.Equal((1, 255), (pictures[0], pictures[^1]));
    }

    [Theory]
    [InlineData("{\"data\":[[1,2,3]]}")]
    [InlineData("{\"data\":[[256]]}")]
    [InlineData("{\"data\":[[-1]]}")]
    [InlineData("{\"data\":[")]
    [InlineData("{}")]
    public void Read_AnythingElse_IsRefused(string json) =>
        Assert.Throws<InvalidDataException>(() => JsonPictures.Read(Json(json), count: 1));

    [Fact]
    public void Read_OnePictureTooMany_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => JsonPictures.Read(Json($"{{\"data\":[{Row(1)},{Row(2)}]}}"), count: 1));

    private static string Row(int value) => $"[{string.Join(',', Enumerable.Repeat(value, JsonPictures.Bytes))}]";

    private static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);
}
