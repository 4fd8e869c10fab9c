using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Outbox;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Outbox;

public sealed class OutboxFolderTests : IDisposable
{
    private readonly TemporaryFolder _outbox = new();

    [Fact]
    public void Publish_WorkFolder_AppearsWholeWithoutItsStatus()
    {
        var folder = OutboxFolder.Open(_outbox.Path, "demo");
        StatusFile.Write(folder.WorkFolder, Status());
        File.WriteAllText(Path.Combine(folder.WorkFolder, "report.md"), "done");
        Assert.False(OutboxFolder.IsPublished(_outbox.Path, "demo"));

        var published = folder.Publish();

        Assert.Equal(_outbox.Combine("demo"), published);
        Assert.Equal(["report.md"], Directory.EnumerateFiles(published).Select(Path.GetFileName));
        Assert.True(OutboxFolder.IsPublished(_outbox.Path, "demo"));
    }

    [Fact]
    public void Publish_NameThatIsTaken_TouchesNothingAndTakesTheNext()
    {
        Directory.CreateDirectory(_outbox.Combine("demo"));
        Directory.CreateDirectory(_outbox.Combine("demo-2"));

        Assert.Equal(_outbox.Combine("demo-3"), OutboxFolder.Open(_outbox.Path, "demo").Publish());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_outbox.Combine("demo")));
    }

    [Fact]
    public void Open_FolderOfAnEarlierProcess_KeepsItsFiles()
    {
        File.WriteAllText(Path.Combine(OutboxFolder.Open(_outbox.Path, "demo").WorkFolder, "a"), "1");

        Assert.True(File.Exists(Path.Combine(OutboxFolder.Open(_outbox.Path, "demo").WorkFolder, "a")));
    }

    [Fact]
    public void ReadAll_StatusesAndRubbish_GivesTheStatusesAsWritten()
    {
        var status = Status();
        StatusFile.Write(OutboxFolder.Open(_outbox.Path, "demo").WorkFolder, status);
        File.WriteAllText(Path.Combine(OutboxFolder.Open(_outbox.Path, "broken").WorkFolder, StatusFile.Name), "{");
        OutboxFolder.Open(_outbox.Path, "none");

        var read = Assert.Single(StatusFile.ReadAll(_outbox.Path));

        Assert.Equal(status.Running.AsEnumerable(), read.Running);
        Assert.Equal(status with { Running = read.Running }, read);
        Assert.Contains("\"validation_accuracy\": 0.5", File.ReadAllText(_outbox.Combine(".demo", StatusFile.Name)), StringComparison.Ordinal);
    }

    public void Dispose() => _outbox.Dispose();

    private static TaskProgress Status() => new(
        "demo",
        TaskState.Searching,
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        12.5,
        null,
        new StatusCounts(5, 1, 1, 3, 2, 0, 10),
        new BestSoFar(2, 0.5, 1000, 2000),
        [new RunningTrial(3, TrialKind.Search, 1, 2, 0.25)]);
}
