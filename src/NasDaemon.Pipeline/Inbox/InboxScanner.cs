using System.Collections.Immutable;
using NasDaemon.Pipeline.Files;

namespace NasDaemon.Pipeline.Inbox;

/// <summary>
/// Looks through the inbox. A file is ready when two looks, some time apart, found it the same: a careless writer is then
/// done. Writers that rename a finished file into the inbox lose no more than that time.
/// </summary>
/// <param name="inbox">The folder.</param>
/// <param name="settle">How long a file must hold still.</param>
/// <param name="time">The clock.</param>
public sealed class InboxScanner(string inbox, TimeSpan settle, TimeProvider time)
{
    private static readonly ImmutableArray<string> Extensions = [".yaml", ".yml"];
    private readonly Dictionary<string, (FileStatus Status, long Since)> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileStatus> _setAside = new(StringComparer.Ordinal);

    /// <summary>Looks once.</summary>
    /// <returns>The files that are ready, in the order of their names, and whether others are on their way.</returns>
    public InboxLook Look()
    {
        var ready = ImmutableArray.CreateBuilder<InboxFile>();
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Candidates())
        {
            if (FileStatus.Of(path) is not { Kind: not FileKind.Folder } status)
            {
                continue;
            }

            present.Add(path);
            if (_setAside.TryGetValue(path, out var old) && old == status)
            {
                continue;
            }

            if (HasHeldStill(path, status))
            {
                ready.Add(new InboxFile(path, status));
            }
        }

        Forget(_seen, present);
        Forget(_setAside, present);
        var waiting = present.Count(path => _seen.ContainsKey(path)) - ready.Count;
        return new InboxLook(ready.ToImmutable(), waiting > 0);
    }

    /// <summary>Leaves a file alone until it changes, since it could not be taken.</summary>
    /// <param name="file">The file.</param>
    public void SetAside(InboxFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _setAside[file.Path] = file.Status;
        _seen.Remove(file.Path);
    }

    private static bool IsTask(string name) =>
        !name.StartsWith('.') && Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static void Forget<T>(Dictionary<string, T> files, HashSet<string> present)
    {
        foreach (var path in files.Keys.Where(path => !present.Contains(path)).ToList())
        {
            files.Remove(path);
        }
    }

    // The folder may be missing for a while, e.g. a network share: then there is nothing to take, and the next look sees.
    private List<string> Candidates() => Directory.Exists(inbox)
        ? Directory.EnumerateFileSystemEntries(inbox).Where(path => IsTask(Path.GetFileName(path))).Order(StringComparer.Ordinal).ToList()
        : [];

    private bool HasHeldStill(string path, FileStatus status)
    {
        if (_seen.TryGetValue(path, out var before) && before.Status == status)
        {
            return time.GetElapsedTime(before.Since) >= settle;
        }

        _seen[path] = (status, time.GetTimestamp());
        return false;
    }
}

/// <summary>What one look through the inbox found.</summary>
/// <param name="Ready">The files that are ready, in the order of their names.</param>
/// <param name="IsAnyOnItsWay">Whether others have not held still for long enough.</param>
public sealed record InboxLook(ImmutableArray<InboxFile> Ready, bool IsAnyOnItsWay);
