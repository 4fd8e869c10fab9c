using NasDaemon.Search.Prompting.Python;

namespace NasDaemon.Search.Prompting.Tests.Python;

public sealed class FunctionRemoverTests
{
    [Fact]
    public void Remove_Methods_LeavesTheRest()
    {
        const string Source = """
            class Net:
                def learn(
                    self,
                ):
                    pass

                    return 1
                def forward(self, x):
                    return x

                def train_setup(self, prm):
                    self.a = 1

            def learn_more():
                return 2
            """;

        Assert.Equal(
            "class Net:\n    def forward(self, x):\n        return x\n\ndef learn_more():\n    return 2\n", FunctionRemover.Remove(Source, FunctionRemover.Training));
    }
}
