using NasDaemon.LanguageModels.OpenAI.Connection;

namespace NasDaemon.LanguageModels.OpenAI.Tests.Connection;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("http://localhost:8080", "http://localhost:8080/v1/models")]
    [InlineData("http://localhost:8080/", "http://localhost:8080/v1/models")]
    [InlineData(" http://localhost:11434/v1/ ", "http://localhost:11434/v1/models")]
    [InlineData("https://models.example/team/v1", "https://models.example/team/v1/models")]
    [InlineData("https://models.example/team", "https://models.example/team/v1/models")]
    public void Parse_AddressWithOrWithoutVersion_LeadsToTheSamePaths(string text, string expected)
    {
        var address = ServerAddress.Parse(text, out var failure);

        Assert.Null(failure);
        Assert.Equal(expected, address!.At("v1/models").AbsoluteUri);
    }

    [Theory]
    [InlineData("localhost:8080", "is not the address of a server")]
    [InlineData("ftp://localhost", "is not the address of a server")]
    [InlineData("", "is not the address of a server")]
    [InlineData("http://me:secret@localhost", "holds a name or a password")]
    [InlineData("http://localhost?key=1", "behind its path")]
    public void Parse_AnythingElse_SaysWhatIsWrongAndWhatToWrite(string text, string expected)
    {
        Assert.Null(ServerAddress.Parse(text, out var failure));

        Assert.Contains(expected, failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.Hint);
    }

    [Theory]
    [InlineData("http://localhost:1", true)]
    [InlineData("http://127.0.0.1", true)]
    [InlineData("https://models.example", true)]
    [InlineData("http://models.example", false)]
    public void IsPrivate_UnencryptedToAnotherMachine_IsNot(string text, bool expected) =>
        Assert.Equal(expected, ServerAddress.Parse(text, out _)!.IsPrivate);
}
