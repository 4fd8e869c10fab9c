using System.Globalization;
using NasDaemon.Pipeline.Files;

namespace NasDaemon.Pipeline.Outbox;

/// <summary>
/// A task's folder in the outbox: hidden as <c>.ID</c> while it is worked on, visible as <c>ID</c> when it is whole.
/// It becomes visible by one rename and never replaces what is there.
/// </summary>
public sealed class OutboxFolder
{
    private readonly string _outbox;
    private readonly string _id;

    private OutboxFolder(string outbox, string id)
    {
        _outbox = outbox;
        _id = id;
        WorkFolder = Path.Combine(outbox, "." + id);
    }

    /// <summary>Where the task's files are written while it is worked on.</summary>
    public string WorkFolder { get; }

    /// <summary>Where they appear.</summary>
    public string PublishedFolder => Path.Combine(_outbox, _id);

    /// <summary>Makes the work folder, or takes up the one that an earlier process made.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="id">The task's id.</param>
    /// <returns>The folder.</returns>
    public static OutboxFolder Open(string outbox, string id)
    {
        var folder = new OutboxFolder(Path.GetFullPath(outbox), id);
        Directory.CreateDirectory(folder.WorkFolder);
        return folder;
    }

    /// <summary>Whether a task is published already: a crash between publishing and noting so must not publish it twice.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="id">The task's id.</param>
    /// <returns>True where its folder is visible and no work folder is left.</returns>
    public static bool IsPublished(string outbox, string id) =>
        Directory.Exists(Path.Combine(outbox, id)) && !Directory.Exists(Path.Combine(outbox, "." + id));

    /// <summary>Makes the folder visible. The status file goes; a name that is taken gets a number behind it.</summary>
    /// <returns>The visible folder.</returns>
    /// <exception cref="IOException">The system refused the rename; the message says why.</exception>
    public string Publish()
    {
        File.Delete(Path.Combine(WorkFolder, StatusFile.Name));
        for (var number = 1; ; number++)
        {
            var target = number == 1 ? PublishedFolder : string.Create(CultureInfo.InvariantCulture, $"{PublishedFolder}-{number}");
            var move = AtomicMove.Rename(WorkFolder, target);
            if (move.End == MoveEnd.Moved)
            {
                return target;
            }

            if (move.End != MoveEnd.TargetExists)
            {
                throw new IOException($"{WorkFolder} cannot be renamed to {target}: {move.Reason ?? move.End.ToString()}.");
            }
        }
    }

    /// <summary>Takes the work folder away, for a task that is cancelled before it has anything to show.</summary>
    public void Discard() => Directory.Delete(WorkFolder, recursive: true);
}
