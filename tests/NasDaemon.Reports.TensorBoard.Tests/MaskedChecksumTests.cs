using System.Text;
using NasDaemon.Reports.TensorBoard.Records;

namespace NasDaemon.Reports.TensorBoard.Tests;

public sealed class MaskedChecksumTests
{
    [Fact]
    public void Plain_ExamplesOfRfc3720_AreItsChecksums()
    {
        Assert.Equal(0x8a9136aau, MaskedChecksum.Plain(new byte[32]));
        Assert.Equal(0x62a8ab43u, MaskedChecksum.Plain(Enumerable.Repeat((byte)0xff, 32).ToArray()));
        Assert.Equal(0x46dd794eu, MaskedChecksum.Plain([.. Enumerable.Range(0, 32).Select(value => (byte)value)]));
    }

    [Fact]
    public void Plain_TheUsualNineDigits_IsTheUsualCheckValue() =>
        Assert.Equal(0xe3069283u, MaskedChecksum.Plain(Encoding.ASCII.GetBytes("123456789")));
}
