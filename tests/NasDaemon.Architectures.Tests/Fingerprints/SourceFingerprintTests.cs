using System.Security.Cryptography;
using System.Text;
using NasDaemon.Architectures.Fingerprints;

namespace NasDaemon.Architectures.Tests.Fingerprints;

public sealed class SourceFingerprintTests
{
    [Fact]
    public void Compute_KnownText_IsMd5OfTheTextWithoutWhiteSpace() =>
        Assert.Equal("900150983cd24fb0d6963f7d28e17f72", SourceFingerprint.Compute(" a\tb\r\n\u00a0c\u2003\x1c"));

    [Theory]
    [InlineData("")]
    [InlineData("class Net(nn.Module):\n    pass\n")]
    [InlineData("# größe → 3 😀\nx = '€'")]
    public void Compute_AnyText_EqualsTheDefinition(string source)
    {
        var stripped = string.Concat(source.Where(character => !char.IsWhiteSpace(character)));
        Assert.Equal(Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(stripped))), SourceFingerprint.Compute(source));
    }

    [Fact]
    public void Compute_LongSourceWithoutWhiteSpace_DoesNotOverflow() =>
        Assert.Equal(32, SourceFingerprint.Compute(new string('€', 100_000)).Length);

    [Fact]
    public void Compute_UnpairedSurrogate_IsStable() =>
        Assert.Equal(SourceFingerprint.Compute("a\ud800 b"), SourceFingerprint.Compute("a\ud800b"));

    [Fact]
    public void Compute_DifferentCharacter_Differs() =>
        Assert.NotEqual(SourceFingerprint.Compute("x = 1"), SourceFingerprint.Compute("x = 2"));
}
