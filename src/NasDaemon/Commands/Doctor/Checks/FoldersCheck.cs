using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Text;

namespace NasDaemon.Commands.Doctor.Checks;

/// <summary>Whether the daemon's folders can be written, and what room they have.</summary>
internal sealed class FoldersCheck : IHealthCheck
{
    private const string Area = "folders";
    private const long LittleRoom = 1L << 30;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> RunAsync(CommandContext context, CancellationToken cancellation)
    {
        var folders = context.Folders;
        (string Name, string Path)[] all = [("inbox", folders.Inbox), ("outbox", folders.Outbox), ("state", folders.State), ("data", folders.Data), ("models", folders.Models)];
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            .. all.Select(folder => Folder(folder.Name, folder.Path)),
            .. Room(folders.State),
            .. Devices(folders.Inbox, folders.State),
        ]);
    }

    private static Finding Folder(string name, string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path)
                ? new Finding(Area, FindingState.Broken, $"{name}: {path} is a file.", $"Move it away, or name another folder in the settings: folders.{name}.")
                : new Finding(Area, FindingState.Missing, $"{name}: {path} is not there yet.", "It is made when it is needed.");
        }

        var probe = Path.Combine(path, $".doctor-{Path.GetRandomFileName()}.tmp");
        try
        {
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return new Finding(Area, FindingState.Good, $"{name}: {path} can be written.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Finding(Area, FindingState.Broken, $"{name}: {path} cannot be written by {Environment.UserName}: {exception.Message}", $"chown -R {Environment.UserName} {path}, or run this as the daemon's user.");
        }
    }

    private static IEnumerable<Finding> Room(string state)
    {
        if (Existing(state) is not { } place)
        {
            yield break;
        }

        var free = new DriveInfo(place).AvailableFreeSpace;
        yield return free >= LittleRoom
            ? new Finding(Area, FindingState.Good, $"{ByteSize.Write(free)} are free where the state folder lies.")
            : new Finding(Area, FindingState.Missing, $"Only {ByteSize.Write(free)} are free where the state folder lies.", "nasdaemon gc shows what weights take; lower retention.disk in the settings.");
    }

    private static IEnumerable<Finding> Devices(string inbox, string state)
    {
        if (FileStatus.Of(inbox) is { } first && FileStatus.Of(state) is { } second && first.Device != second.Device)
        {
            yield return new Finding(Area, FindingState.Missing, "Inbox and state lie on different file systems, so that a task cannot be taken by one rename.", "Put both on one: folders.inbox and folders.state in the settings.");
        }
    }

    private static string? Existing(string path)
    {
        for (var folder = path; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
