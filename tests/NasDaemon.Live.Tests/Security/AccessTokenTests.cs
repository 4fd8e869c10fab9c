using System.Buffers.Text;
using NasDaemon.Live.Security;
using NasDaemon.Testing;

namespace NasDaemon.Live.Tests.Security;

public sealed class AccessTokenTests : IDisposable
{
    private readonly TemporaryFolder _state = new();

    private string File => _state.Combine(AccessToken.FileName);

    [Fact]
    public void Open_FirstTime_DrawsThirtyTwoBytesThatOnlyTheUserCanRead()
    {
        var token = AccessToken.Open(_state.Path);

        Assert.Equal(32, Base64Url.DecodeFromChars(token.Text).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        Assert.Equal(token.Text + "\n", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void Open_Again_GivesTheSameSoThatOpenPagesGoOn() =>
        Assert.Equal(AccessToken.Open(_state.Path).Text, AccessToken.Open(_state.Path).Text);

    [Fact]
    public void Open_FileThatOthersCanRead_DrawsAnother()
    {
        var known = AccessToken.Open(_state.Path).Text;
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Assert.NotEqual(known, AccessToken.Open(_state.Path).Text);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("not base 64 at all, whatever it may look like")]
    public void Open_FileThatHoldsNoToken_DrawsAnother(string content)
    {
        System.IO.File.WriteAllText(File, content);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal(32, Base64Url.DecodeFromChars(AccessToken.Open(_state.Path).Text).Length);
    }

    [Fact]
    public void Open_LinkToAnotherFile_IsReplacedAndTheOtherFileIsLeftAlone()
    {
        var other = _state.Combine("other");
        System.IO.File.WriteAllText(other, "precious");
        System.IO.File.CreateSymbolicLink(File, other);

        AccessToken.Open(_state.Path);

        Assert.Equal("precious", System.IO.File.ReadAllText(other));
        Assert.Null(System.IO.File.ResolveLinkTarget(File, returnFinalTarget: false));
    }

    [Fact]
    public void IsSecret_OnlyTheWholeToken_Is()
    {
        var token = AccessToken.Open(_state.Path);

        Assert.True(token.IsSecret(token.Text));
        Assert.All((string?[])[null, "", token.Text[..^1], token.Text + "A", token.Text.ToUpperInvariant() + "x", token.ReadingText], text => Assert.False(token.IsSecret(text)));
    }

    public void Dispose() => _state.Dispose();
}
