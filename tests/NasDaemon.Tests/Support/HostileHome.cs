using NasDaemon.Abstractions.Search;
using NasDaemon.Abstractions.Storage;
using NasDaemon.Testing.Contracts;

namespace NasDaemon.Tests.Support;

/// <summary>A home where names and messages try to colour the terminal and to rename its window.</summary>
public sealed class HostileHome : IDisposable
{
    public HostileHome()
    {
        Home.Commit(new StoreChange
        {
            Tasks = [StoredRecords.Task("hostile", TaskState.Failed) with { File = "\e[31m.yaml", Message = "\e[31mred\e]0;title\a" }, StoredRecords.Task("other", TaskState.Done)],
            Candidates = [StoredRecords.Candidate("hostile", 1) with { Candidate = new("class Net: ...", new SpaceOrigin("\e[31mred", [], new([]))) }],
            Trials = [StoredRecords.Trial("hostile", 1)],
        });
        Directory.CreateDirectory(Home.Combine("outbox", "hostile"));
        File.WriteAllText(Home.Combine("outbox", "hostile", "report.md"), "# \e[31mred\n");
        File.WriteAllText(Home.Combine("outbox", "hostile", "report.json"), "{ \"id\": \"hostile\" }\n");
        Directory.CreateDirectory(Home.Combine("state", "logs"));
        File.WriteAllText(Home.Combine("state", "logs", "nasdaemon-20250304.log"), "2025-03-04T05:06:07.000+00:00 INF A: Task hostile \e[31m\n");
        File.WriteAllText(Home.Combine("task.yaml"), SmallTask.Yaml());
        File.WriteAllText(Home.Combine("broken.yaml"), "\"\\e[31mname\": 1\n");
        File.WriteAllText(Home.Combine("net.py"), "import torch.nn as nn\n\n\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.\u001b = 1\n");
    }

    internal StoredHome Home { get; } = new();

    public void Dispose() => Home.Dispose();
}
