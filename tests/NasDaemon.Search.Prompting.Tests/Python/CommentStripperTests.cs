using NasDaemon.Search.Prompting.Python;

namespace NasDaemon.Search.Prompting.Tests.Python;

public sealed class CommentStripperTests
{
    [Fact]
    public void Strip_CommentsAndDocstrings_AreGone()
    {
        const string Source = """
            '''What this is.

            More of it.'''
            import torch  # the library

            def f(a, b="# no comment"):
                "Adds."
                # first
                c = a + b  # sum

                return c
            """;

        Assert.Equal("import torch\ndef f(a, b=\"# no comment\"):\n    c = a + b\n    return c\n", CommentStripper.Strip(Source));
    }

    [Theory]
    [InlineData("a = ['x',\n    'y']\n")]
    [InlineData("a = 'it\\'s # here'\n")]
    [InlineData("a = '''x # y\nz'''\n")]
    [InlineData("a = f(\n    'x'\n)\n")]
    [InlineData("a = \"x\" \\\n    'y'\n")]
    public void Strip_StringsThatMeanSomething_Stay(string source) => Assert.Equal(source, CommentStripper.Strip(source));

    [Theory]
    [InlineData("'")]
    [InlineData("'''")]
    [InlineData("a = '''x\\")]
    [InlineData("\\")]
    [InlineData(")]#")]
    public void Strip_Nonsense_Ends(string source) => Assert.NotNull(CommentStripper.Strip(source));
}
