using NasDaemon.Pipeline.Files;
using NasDaemon.Testing;

namespace NasDaemon.Pipeline.Tests.Inbox;

/// <summary>A test that needs a second file system; it is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TwoFileSystemsFactAttribute : FactAttribute
{
    private const string Other = "/dev/shm";

    public TwoFileSystemsFactAttribute()
    {
        if (FileStatus.Of(Other) is not { } other || other.Device == FileStatus.Of(Path.GetTempPath())?.Device)
        {
            Skip = $"{Other} is not a file system of its own here.";
        }
    }

    public static TemporaryFolder OtherFolder() => new(Other);
}
