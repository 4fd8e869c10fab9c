using NasDaemon.Pipeline.LanguageModels;

namespace NasDaemon.Pipeline.Tests.LanguageModels;

public sealed class GgufNameTests
{
    [Theory]
    [InlineData("coder.Q4_K_M.gguf", "coder.Q4_K_M", 1, 1)]
    [InlineData("coder-00002-of-00003.gguf", "coder", 2, 3)]
    [InlineData("coder-00004-of-00003.gguf", "coder-00004-of-00003", 1, 1)]
    [InlineData("coder-2-of-3.GGUF", "coder-2-of-3", 1, 1)]
    public void Parse_NameOfAGgufFile_GivesModelAndPart(string file, string model, int part, int parts)
    {
        Assert.Equal(new GgufName(model, part, parts), GgufName.Parse(file));
    }

    [Theory]
    [InlineData("coder.bin")]
    [InlineData(".coder.gguf")]
    [InlineData(".gguf")]
    [InlineData("coder.gguf.part")]
    public void Parse_AnyOtherName_IsNone(string file) => Assert.Null(GgufName.Parse(file));

    [Fact]
    public void File_EveryPart_IsReadBackAsItself()
    {
        Assert.All(Enumerable.Range(1, 12).Select(part => new GgufName("a.b-c", part, 12)), name => Assert.Equal(name, GgufName.Parse(name.File(name.Part))));
        Assert.Equal("x.gguf", new GgufName("x", 1, 1).File(1));
    }
}
