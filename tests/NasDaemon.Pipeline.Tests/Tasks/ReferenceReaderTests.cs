using NasDaemon.Pipeline.Tasks;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Tasks;

public sealed class ReferenceReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_FileBesideTheTask_GivesItsSource()
    {
        File.WriteAllText(_folder.Combine("mine.py"), "class Net: pass\n");

        var reading = Read("mine.py");

        Assert.Equal("class Net: pass\n", reading.Task!.Reference);
        Assert.Equal(new TaskReference("mine.py", "class Net: pass\n"), reading.Reference);
    }

    [Fact]
    public void Read_SourceInTheTask_IsTakenAsItIs()
    {
        var reading = Read("|\n  class Net:\n      pass\n");

        Assert.Equal(new TaskReference(null, "class Net:\n    pass\n"), reading.Reference);
    }

    [Theory]
    [InlineData("mine.py", "There is no file 'mine.py' beside the task.")]
    [InlineData("../mine.py", "'../mine.py' is not the name of a file beside the task.")]
    [InlineData("/etc/mine.py", "'/etc/mine.py' is not the name of a file beside the task.")]
    public void Read_FileThatIsNotBesideTheTask_IsRefused(string name, string message)
    {
        var problem = Assert.Single(Read(name).Problems);

        Assert.Equal((2, 12, message), (problem.Line, problem.Column, problem.Message));
    }

    [Fact]
    public void Read_LinkBesideTheTask_IsRefused()
    {
        File.WriteAllText(_folder.Combine("secret.txt"), "secret");
        File.CreateSymbolicLink(_folder.Combine("mine.py"), _folder.Combine("secret.txt"));

        Assert.Equal("mine.py is not read: it is a symbolic link.", Assert.Single(Read("mine.py").Problems).Message);
    }

    private TaskReading Read(string reference) =>
        KnownComponents.Reader.ReadText($"dataset: mnist\nreference: {reference}", "a.yaml", _folder.Path);
}
