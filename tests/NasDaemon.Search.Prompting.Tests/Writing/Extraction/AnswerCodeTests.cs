using NasDaemon.Search.Prompting.Writing.Extraction;

namespace NasDaemon.Search.Prompting.Tests.Writing.Extraction;

public sealed class AnswerCodeTests
{
    private const string Code = "import torch\n\nclass Net(nn.Module):\n    pass\n";

    [Theory]
    [InlineData("```python\n" + Code + "```")]
    [InlineData("Here it is:\n\n```py\n" + Code + "```\nIt has no layers.")]
    [InlineData("```\n" + Code + "```")]
    [InlineData("~~~python\n" + Code + "~~~\n")]
    [InlineData("````python\n" + Code + "````\n")]
    [InlineData("1. A network:\n   ```python\n   import torch\n\n   class Net(nn.Module):\n       pass\n   ```")]
    [InlineData("Run `pip` first:\n```bash\npip install torch\n```\n```python\n" + Code + "```")]
    [InlineData("```python\n" + Code + "```\nUse it:\n```python\nprint(Net())\n```")]
    [InlineData("<think>\nMaybe\n```python\nclass Net: broken\n```\n</think>\n```python\n" + Code + "```")]
    [InlineData("It opens before.</think>\n```python\n" + Code + "```")]
    [InlineData("Sure! A network:\n\n" + Code)]
    [InlineData(Code + "\nThis network is empty.")]
    [InlineData("```python\r\nimport torch\r\n\r\nclass Net(nn.Module):\r\n    pass\r\n```")]
    public void Find_NetworkInAnAnswer_IsTheLikeliestSource(string answer) =>
        Assert.Equal(Code.TrimEnd(), AnswerCode.Find(answer)[0].Text.TrimEnd());

    [Fact]
    public void Find_HelperInABlockOfItsOwn_OffersBothTogether()
    {
        var found = AnswerCode.Find($"```python\nclass Block(nn.Module):\n    pass\n```\nand\n```python\n{Code}```");

        Assert.StartsWith("import torch", found[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("class Block", found[1].Text, StringComparison.Ordinal);
        Assert.Contains("class Net", found[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_FenceThatIsNeverClosed_SaysSo() => Assert.False(Assert.Single(AnswerCode.Find("```python\n" + Code)).IsClosed);

    [Theory]
    [InlineData("")]
    [InlineData("I cannot do that.")]
    [InlineData("```python\nx = 1\n```")]
    [InlineData("<think>\n```python\n" + Code + "```")]
    [InlineData("import of goods is a class of its own")]
    public void Find_NoClass_IsEmpty(string answer) => Assert.Empty(AnswerCode.Find(answer));
}
