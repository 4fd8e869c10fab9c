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
            Tasks = [StoredRecords.Task("hostile", TaskState.Failed) with { File = "\e[31m.yaml", Message = "\e[31mred\e]0;title\a" }],
            Candidates = [StoredRecords.Candidate("hostile", 1)],
            Trials = [StoredRecords.Trial("hostile", 1)],
        });
        File.WriteAllText(Home.Combine("task.yaml"), SmallTask.Yaml());
        File.WriteAllText(Home.Combine("broken.yaml"), "\"\\e[31mname\": 1\n");
        File.WriteAllText(Home.Combine("net.py"), "import torch.nn as nn\n\n\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.\u001b = 1\n");
    }

    internal StoredHome Home { get; } = new();

    public void Dispose() => Home.Dispose();
}
