using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Inbox;

namespace NasDaemon.Pipeline.Tests.Inbox;

public sealed class TaskIntakeTests
{
    private const string Good = "dataset: mnist\n";

    [Fact]
    public void Take_GoodFile_WaitsInTheStoreAndLiesInTheState()
    {
        using var home = new IntakeFolders();

        var task = home.Intake.Take(home.Drop("My Task.yaml", Good)).Task!;

        Assert.Equal(new TaskRecord("my-task", Good, "My Task.yaml", TaskState.Waiting, 0, home.Time.GetUtcNow()), task);
        Assert.Equal(task, home.Store.Task("my-task"));
        Assert.Equal(Good, File.ReadAllText(home.InState("tasks", "my-task", "task.yaml")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(home.Folders.Inbox));
        Assert.Empty(Directory.EnumerateFileSystemEntries(home.Folders.Outbox));
    }

    [Fact]
    public void Take_ReferenceBesideIt_IsKeptWithTheTask()
    {
        using var home = new IntakeFolders();
        File.WriteAllText(Path.Combine(home.Folders.Inbox, "mine.py"), "class Net: pass\n");

        var task = home.Intake.Take(home.Drop("better.yaml", "dataset: mnist\nreference: mine.py\n")).Task!;

        Assert.Equal(TaskState.Waiting, task.State);
        Assert.Equal("class Net: pass\n", File.ReadAllText(home.InState("tasks", "better", "mine.py")));
    }

    [Fact]
    public void Take_NameThatIsTaken_GetsTheNextNumber()
    {
        using var home = new IntakeFolders();
        Directory.CreateDirectory(home.InOutbox("a-3"));

        var ids = Enumerable.Range(0, 3).Select(_ => home.Intake.Take(home.Drop("a.yaml", Good)).Task!.Id).ToList();

        Assert.Equal(["a", "a-2", "a-4"], ids);
    }

    [Fact]
    public void Take_BadFile_ExplainsItBesideTheOriginal()
    {
        using var home = new IntakeFolders();

        var task = home.Intake.Take(home.Drop("bad.yaml", "dataset: mnits\nsead: 1\n")).Task!;

        Assert.Equal(TaskState.Rejected, task.State);
        Assert.Equal("""
            # `bad.yaml` was not taken

            2 things are wrong. Nothing was trained.

            * `bad.yaml:1:10` There is no data set 'mnits'. **Did you mean 'mnist'?**
            * `bad.yaml:2:1` Unknown key 'sead'. **Did you mean 'seed'?**

            The file as it was submitted lies beside this one. Correct it and put it into the inbox again.
            `nasdaemon validate bad.yaml` checks a file before it is submitted.

            """, File.ReadAllText(home.InOutbox("bad", "REJECTED.md")));
        Assert.Equal("dataset: mnits\nsead: 1\n", File.ReadAllText(home.InOutbox("bad", "bad.yaml")));
        Assert.False(Directory.Exists(home.InState("tasks", "bad")));
        Assert.True(File.Exists(home.InState("archive", "bad.yaml")));
        Assert.Contains("bad.yaml:1:10: There is no data set 'mnits'.", home.Store.Task("bad")!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_Link_IsRefusedAndNeitherFollowedNorKept()
    {
        using var home = new IntakeFolders();
        File.WriteAllText(home.InState("secret"), Good);
        File.CreateSymbolicLink(home.InInbox("link.yaml"), home.InState("secret"));

        var task = home.Intake.Take(home.Seen("link.yaml")).Task!;

        Assert.Equal(TaskState.Rejected, task.State);
        Assert.Contains("it is a symbolic link", task.Message, StringComparison.Ordinal);
        Assert.Equal(["REJECTED.md"], Directory.EnumerateFiles(home.InOutbox("link")).Select(Path.GetFileName));
        Assert.True(File.Exists(home.InState("secret")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(home.Folders.Inbox));
    }

    [Fact]
    public void Take_HugeFile_IsRefusedWithTheOriginalBeside()
    {
        using var home = new IntakeFolders();

        var task = home.Intake.Take(home.Drop("huge.yaml", new string('#', 2_000_000))).Task!;

        Assert.Contains("it is larger than 256 KiB", task.Message, StringComparison.Ordinal);
        Assert.Equal(2_000_000, new FileInfo(home.InOutbox("huge", "huge.yaml")).Length);
    }

    [Fact]
    public void Take_FileThatChangedSinceTheLook_StaysInTheInbox()
    {
        using var home = new IntakeFolders();
        var seen = home.Drop("a.yaml", "data");
        File.AppendAllText(seen.Path, "set: mnist");

        Assert.Equal(new IntakeResult(null, null), home.Intake.Take(seen));
        Assert.Equal("dataset: mnist", File.ReadAllText(seen.Path));
        Assert.Empty(Directory.EnumerateFileSystemEntries(home.InState("tasks")));
    }

    [Fact]
    public void Take_FileThatVanished_IsNothingToSpeakOf()
    {
        using var home = new IntakeFolders();
        var seen = home.Drop("a.yaml", Good);
        File.Delete(seen.Path);

        Assert.Equal(new IntakeResult(null, null), home.Intake.Take(seen));
        Assert.Empty(Directory.EnumerateFileSystemEntries(home.InState("tasks")));
    }

    [TwoFileSystemsFact]
    public void Take_InboxOnAnotherFileSystem_IsTakenAllTheSame()
    {
        using var home = new IntakeFolders(TwoFileSystemsFactAttribute.OtherFolder());
        home.Drop("huge.yaml", new string('#', 2_000_000));
        File.CreateSymbolicLink(home.InInbox("link.yaml"), "/etc/hostname");

        Assert.Equal(TaskState.Waiting, home.Intake.Take(home.Drop("good.yaml", Good)).Task!.State);
        Assert.Contains("as huge.yaml.rejected", home.Intake.Take(home.Seen("huge.yaml")).Task!.Message, StringComparison.Ordinal);
        Assert.Contains("it is a symbolic link", home.Intake.Take(home.Seen("link.yaml")).Task!.Message, StringComparison.Ordinal);

        Assert.Equal(["huge.yaml.rejected"], Directory.EnumerateFileSystemEntries(home.Folders.Inbox).Select(Path.GetFileName));
        Assert.Equal(Good, File.ReadAllText(home.InState("tasks", "good", "task.yaml")));
    }

    [Theory]
    [InlineData(".claim-abc")]
    [InlineData("left")]
    public void Recover_ClaimThatWasNotStored_GoesOn(string folder)
    {
        using var home = new IntakeFolders();
        Claim(home, folder, Good, reads: 1);

        var task = Assert.Single(home.Intake.Recover());

        Assert.Equal(("left", TaskState.Waiting), (task.Id, task.State));
        Assert.True(File.Exists(home.InState("tasks", "left", "task.yaml")));
        Assert.Empty(home.Intake.Recover());
    }

    [Fact]
    public void Recover_FileThatEndedTheDaemonThreeTimes_IsRefusedWithThatReason()
    {
        using var home = new IntakeFolders();
        Claim(home, ".claim-abc", Good, reads: 3);

        var task = Assert.Single(home.Intake.Recover());

        Assert.Equal(TaskState.Rejected, task.State);
        Assert.Contains("ended 3 times while it read this file", task.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(home.InOutbox("left", "left.yaml")));
    }

    [Fact]
    public void Recover_FolderWithoutTask_IsRemoved()
    {
        using var home = new IntakeFolders();
        Directory.CreateDirectory(home.InState("tasks", ".claim-abc"));

        Assert.Empty(home.Intake.Recover());
        Assert.Empty(Directory.EnumerateFileSystemEntries(home.InState("tasks")));
    }

    [Fact]
    public void Recover_RefusalThatWasPublishedButNotStored_IsNotPublishedTwice()
    {
        using var home = new IntakeFolders();
        Claim(home, "left", "nothing: 1", reads: 1);
        Directory.CreateDirectory(home.InOutbox("left"));
        File.WriteAllText(home.InOutbox("left", "REJECTED.md"), "told");

        Assert.Equal(TaskState.Rejected, Assert.Single(home.Intake.Recover()).State);
        Assert.Equal(["left"], Directory.EnumerateDirectories(home.Folders.Outbox).Select(Path.GetFileName));
    }

    private static void Claim(IntakeFolders home, string folder, string text, int reads)
    {
        var path = home.InState("tasks", folder);
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "task.yaml"), text);
        new Claim(path, null!).With(new ClaimNote("left.yaml", home.Time.GetUtcNow(), FileStatus.Of(Path.Combine(path, "task.yaml"))!, reads));
    }
}
