using System.Collections.Immutable;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Reports;
using NasDaemon.Abstractions.Training;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Pipeline.Tests.Tasks;
using NasDaemon.Pipeline.Trials;
using NasDaemon.Testing;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Pipeline.Tests.Outbox;

public sealed class BestFolderTests : IDisposable
{
    private const string Source = """
        from torch import nn


        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.layer = nn.Linear(4, 3)
                self.norm = nn.BatchNorm1d(3)

            def forward(self, x):
                return self.norm(self.layer(x))

        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Write_Finalist_ReadMeLoadsAllThreeFormsToTheSameOutput()
    {
        var trial = Directory.CreateDirectory(_folder.Combine("trial")).FullName;
        await PythonTorch.RunAsync(Repository.Combine("tests", "NasDaemon.Pipeline.Tests", "Outbox", "write_model.py"), trial);
        new TrialFolder(trial).WriteScaling(new InputScaling([0.25], [0.5]));

        BestFolder.Write(_folder.Path, Finalist(trial), Report());

        var readMe = File.ReadAllText(_folder.Combine("best", "README.md"));
        Assert.Contains("Trial 4: 98.75 % of 10,000 test samples of `mnist` right.", readMe, StringComparison.Ordinal);
        Assert.Contains("mean = [0.25] and deviation = [0.5]", readMe, StringComparison.Ordinal);
        var loading = readMe.Split("```")[1]["python\n".Length..];
        Assert.Equal(6, loading.TrimEnd().Split('\n').Length);
        File.WriteAllText(_folder.Combine("load.py"), $"""
            import os, sys
            os.chdir({'"'}{_folder.Combine("best")}{'"'}); sys.path.insert(0, ".")
            {loading}
            x = torch.randn(5, 4)
            print(torch.equal(net(x), scripted(x)), len(weights))
            """);
        Assert.Equal("True 7\n", await PythonTorch.RunAsync(_folder.Combine("load.py")));
    }

    public void Dispose() => _folder.Dispose();

    private static FinalistReport Finalist(string folder)
    {
        var candidate = StoredRecords.Candidate("demo", 2);
        return new FinalistReport(
            candidate with { Candidate = candidate.Candidate with { Source = Source } },
            StoredRecords.Trial("demo", 1),
            StoredRecords.Trial("demo", 4),
            new Evaluation(0.9875, 0.05, 10_000),
            folder);
    }

    private static TaskReport Report() => new(
        "demo",
        KnownComponents.Read("dataset: mnist").Task!,
        "dataset: mnist",
        null,
        [],
        [],
        [],
        new FunnelReport(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ImmutableSortedDictionary<FailureClass, int>.Empty, 0),
        new MachineReport("0.1.0", "10.0", "Linux", "cpu", 1, null),
        "The budget was spent.",
        StoredRecords.Moment,
        1);
}
