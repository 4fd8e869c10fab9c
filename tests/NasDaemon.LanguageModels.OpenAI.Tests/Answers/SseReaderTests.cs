using System.Text;
using NasDaemon.LanguageModels.OpenAI.Answers;

namespace NasDaemon.LanguageModels.OpenAI.Tests.Answers;

public sealed class SseReaderTests
{
    [Theory]
    [InlineData("data: a\n\ndata: b\n\n", "a||b|")]
    [InlineData("data: a\r\n\r\ndata: b\r\n\r\n", "a||b|")]
    [InlineData("data: a\r\rdata:b\r", "a||b")]
    [InlineData(": keep-alive\n\n:\n\nid: 1\nevent: message\nretry: 10\ndata:é😀\n\n", "||é😀|")]
    [InlineData("data\ndatum: x\nerror: y\ndata: cut off", "y|cut off")]
    [InlineData("", "")]
    public async Task Read_BytesOneByOneOrAllAtOnce_GivesTheData(string text, string expected)
    {
        foreach (var size in (int[])[1, 2, 3, 100_000])
        {
            using var stream = new PiecewiseStream(Encoding.UTF8.GetBytes(text), size);
            var reader = new SseReader(stream);
            var read = new List<string>();
            while (await reader.ReadAsync(CancellationToken.None) is { } data)
            {
                read.Add(data);
            }

            Assert.Equal(expected, string.Join('|', read));
        }
    }

    [Fact]
    public async Task Read_LineWithoutEnd_IsGivenUp()
    {
        using var stream = new MemoryStream([.. Enumerable.Repeat((byte)'x', SseReader.LongestLine + 1)]);

        await Assert.ThrowsAsync<InvalidDataException>(() => new SseReader(stream).ReadAsync(CancellationToken.None));
    }

    private sealed class PiecewiseStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
