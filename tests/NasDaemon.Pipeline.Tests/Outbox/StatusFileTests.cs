using System.Collections.Immutable;
using System.Text.Json;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Outbox;

public sealed class StatusFileTests
{
    [Fact]
    public void Write_CountsOfProposals_ComeBackAsTheyWere()
    {
        using var folder = new TemporaryFolder();
        var counts = new ProposalCounts("few-shot", 3, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
        {
            Failures = ImmutableSortedDictionary<FailureClass, int>.Empty.Add(FailureClass.ShapeMismatch, 2),
            Writing = new WritingCounts(1, 2, 3, 4, 5, 6, ImmutableSortedDictionary<WritingStepKind, StepCounts>.Empty.Add(WritingStepKind.Mend, new StepCounts(3, 2, 1))),
        };
        var status = new TaskProgress(
            "task", TaskState.Searching, DateTimeOffset.UnixEpoch, 1, null, new StatusCounts(10, 4, 0, 2, 1, 0, 20) { Proposals = [counts] }, null, []);

        StatusFile.Write(folder.Path, status);

        var read = Assert.Single(StatusFile.TryRead(folder.Path)!.Counts.Proposals);
        Assert.Equal(JsonSerializer.Serialize(counts), JsonSerializer.Serialize(read));
        Assert.Contains("\"shape_mismatch\": 2", File.ReadAllText(folder.Combine(StatusFile.Name)), StringComparison.Ordinal);
    }
}
