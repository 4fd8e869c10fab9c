using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Memory;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Search.Prompting.Tests.Memory;

public sealed class OutcomeWordsTests
{
    private const string Source = "import torch\nx = nn.Linear(3, 4)\n";

    [Theory]
    [InlineData(null, ".")]
    [InlineData(0.7, ", the best so far by 0.1000.")]
    [InlineData(0.85, ", 0.0500 below the best.")]
    public void Of_Trained_ComparesWithTheBest(double? best, string end) => Assert.Equal(
        $"validation accuracy 0.8000 and loss 0.200 after 1 epoch, 1,000 parameters{end}", OutcomeWords.Of(Source, Outcomes.Trained(0.8), best));

    [Fact]
    public void Of_Refused_QuotesTheLineAndTheHint() => Assert.Equal(
        "refused. shapes do not fit in: x = nn.Linear(3, 4) Write 5.",
        OutcomeWords.Of(Source, new RefusedOutcome(new Failure(FailureClass.ShapeMismatch, "shapes do not fit", Line: 2, Hint: "Write 5.")), null));

    [Fact]
    public void Of_LineBeyondTheSource_LeavesItOut() => Assert.Equal(
        "its training failed. The loss is not finite.",
        OutcomeWords.Of(Source, new FailedOutcome(new Failure(FailureClass.Diverged, "The loss is not finite.", Line: 90)), null));

    [Fact]
    public void Of_Repeat_SaysSo() => Assert.StartsWith(
        "the same network as an earlier one, with validation accuracy 0.5000",
        OutcomeWords.Of(Source, new DuplicateOutcome(FingerprintLevel.Graph, 1, Outcomes.Score(0.5)), null),
        StringComparison.Ordinal);
}
