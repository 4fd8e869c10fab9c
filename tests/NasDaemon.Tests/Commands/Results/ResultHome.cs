using NasDaemon.Abstractions.Storage;
using NasDaemon.Abstractions.Training;
using NasDaemon.Testing.Contracts;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.Commands.Results;

/// <summary>A home with searches that have ended, one of which found better networks and one of which repeats results, and one that goes on.</summary>
public sealed class ResultHome : IDisposable
{
    public ResultHome()
    {
        Home.Commit(new StoreChange
        {
            Tasks =
            [
                StoredRecords.Task("good", TaskState.Done),
                StoredRecords.Task("poor", TaskState.Done),
                StoredRecords.Task("elsewhere", TaskState.Done),
                StoredRecords.Task("repeated", TaskState.Done),
                StoredRecords.Task("now") with { Ended = null },
            ],
            Candidates = [.. Networks("good"), .. Networks("poor"), .. Networks("elsewhere"), .. Networks("repeated")],
            Trials =
            [
                .. Trials("good", 0.90, 0.92, 0.94, 0.93),
                .. Trials("poor", 0.70, 0.72, 0.71, 0.74),
                .. Trials("elsewhere", 0.5, 0.6, 0.7, 0.8).Select(trial => trial with { Dataset = "cifar10" }),
                .. Trials("repeated", 0.99, 0.98, 0.81, 0.83).Select(trial => trial with { Starts = trial.Key.Number < 3 ? 0 : 1 }),
                StoredRecords.Trial("good", 5) with { Candidate = 3, Kind = TrialKind.Final, Score = null, Failure = null, Test = new Evaluation(0.95, 0.1, 1000) },
                StoredRecords.Trial("good", 6, state: TrialState.Failed) with { Candidate = 4, Score = null, Test = null },
            ],
        });
        Directory.CreateDirectory(Home.Combine("outbox", "good"));
        File.WriteAllText(Home.Combine("outbox", "good", "report.md"), "# good\n\nA network of 95 %.\n");
        File.WriteAllText(Home.Combine("outbox", "good", "report.html"), "<html></html>");
        File.WriteAllText(Home.Combine("outbox", "good", "report.json"), "{ \"id\": \"good\" }\n");
    }

    internal StoredHome Home { get; } = new();

    public void Dispose() => Home.Dispose();

    private static IEnumerable<CandidateRecord> Networks(string task) => Enumerable.Range(1, 4).Select(number => StoredRecords.Candidate(task, number));

    private static IEnumerable<TrialRecord> Trials(string task, params double[] accuracies) =>
        accuracies.Select((accuracy, index) => StoredRecords.Trial(task, index + 1, accuracy) with { Test = null, Failure = null });
}
