using NasDaemon.Abstractions.Failures;
using NasDaemon.Search.Prompting.Editing;
using NasDaemon.Search.Prompting.Tests.Support;

namespace NasDaemon.Search.Prompting.Tests.Editing;

public sealed class EditReaderTests
{
    private static readonly string Reference = Networks.Convolution(8).TrimEnd() + "\n";

    private const string Exact = """
        I widen the layer.
        <<<<<<< SEARCH
                self.head = nn.Linear(8, 10)
        =======
                self.norm = nn.BatchNorm2d(8)
                self.head = nn.Linear(8, 10)
        >>>>>>> REPLACE
        """;

    [Fact]
    public void Read_SearchAndReplace_ChangesThePlace()
    {
        var read = Read(Exact)!;

        Assert.Null(read.Refusal);
        Assert.Equal(Reference.Replace("        self.head", "        self.norm = nn.BatchNorm2d(8)\n        self.head", StringComparison.Ordinal), read.Source);
    }

    [Fact]
    public void Read_OtherIndentation_IsPutRight()
    {
        var read = Read("```\n<<<<< SEARCH\nself.head = nn.Linear(8, 10)\n====\nif True:\n    self.head = nn.Linear(8, 10)\n>>>>>\n```")!;

        Assert.Contains("\n        if True:\n            self.head = nn.Linear(8, 10)\n\n", read.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneOfFiveLinesUnlike_FindsThePlace()
    {
        var read = Read("""
            <<<<<<< SEARCH
            self.conv = nn.Conv2d(1, 8, 3, padding=2)
            self.pool = nn.AdaptiveAvgPool2d(1)
            self.head = nn.Linear(8, 10)

            def forward(self, x):
            =======
            changed
            >>>>>>> REPLACE
            """)!;

        Assert.Contains("super().__init__()\n        changed\n        x = torch.relu", read.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UnifiedDiff_IsApplied()
    {
        var read = Read("""
            ```diff
            --- a/net.py
            +++ b/net.py
            @@ -8,3 +8,3 @@
                     self.pool = nn.AdaptiveAvgPool2d(1)
            -        self.head = nn.Linear(8, 10)
            +        self.head = nn.Linear(8, 10, bias=False)
            ```
            """)!;

        Assert.Equal(Reference.Replace("nn.Linear(8, 10)", "nn.Linear(8, 10, bias=False)", StringComparison.Ordinal), read.Source);
    }

    [Fact]
    public void Read_OneOfTwoChangesHasNoPlace_TheOtherStands()
    {
        var read = Read("<<<<<<< SEARCH\nself.nothing = 1\n=======\nself.nothing = 2\n>>>>>>> REPLACE\n" + Exact)!;

        Assert.Contains("BatchNorm2d", read.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<<<<<<< SEARCH\nself.nothing = 1\n=======\nx\n>>>>>>> REPLACE", false, FailureClass.NoCode)]
    [InlineData("<<<<<<< SEARCH\n\n=======\nx\n>>>>>>> REPLACE", false, FailureClass.NoCode)]
    [InlineData("I would not change anything.", false, FailureClass.NoCode)]
    [InlineData("<<<<<<< SEARCH\n        self.head = nn.Lin", true, FailureClass.Truncated)]
    [InlineData("", false, FailureClass.NoCode)]
    public void Read_NothingToApply_IsRefused(string answer, bool isTruncated, FailureClass expected)
    {
        var read = new EditReader(Reference).Read(answer, isTruncated)!;

        Assert.Equal((expected, ""), (read.Refusal!.Class, read.Source));
    }

    [Fact]
    public void Read_PlaceIsNotTheOnlyOne_IsRefused()
    {
        var read = new EditReader("a\nb\na\n").Read("<<<<\na\n====\nc\n>>>>", isTruncated: false)!;

        Assert.Equal(FailureClass.NoCode, read.Refusal!.Class);
    }

    [Fact]
    public void Read_WholeNetwork_IsLeftToTheExtraction() => Assert.Null(Read($"```python\n{Reference}```"));

    private static NasDaemon.Search.Prompting.Writing.AnswerReading? Read(string answer) => new EditReader(Reference).Read(answer, isTruncated: false);
}
