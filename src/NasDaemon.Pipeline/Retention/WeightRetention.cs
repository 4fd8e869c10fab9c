using System.Collections.Immutable;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Inbox;

namespace NasDaemon.Pipeline.Retention;

/// <summary>
/// Removes weights that were kept long enough, and the oldest ones where there is no room. It looks at nothing else: reports and what lies in
/// the outbox are results, the store is what was learnt, and the folders of tasks that run or wait are in use.
/// </summary>
/// <param name="state">The state folder.</param>
/// <param name="settings">What is kept.</param>
/// <param name="time">The clock.</param>
public sealed class WeightRetention(string state, RetentionSettings settings, TimeProvider time)
{
    private readonly KeptWeights _kept = new(state);

    /// <summary>Finds out what is to be removed.</summary>
    /// <returns>The plan.</returns>
    public RetentionPlan Plan()
    {
        var unfinished = Unfinished().ToImmutableArray();
        var kept = _kept.All();
        var inUse = FolderSize.Of(new TaskFolders(state).Tasks);
        var oldest = time.GetUtcNow() - settings.Weights;
        var left = inUse + kept.Sum(folder => folder.Bytes);
        var removals = unfinished.ToBuilder();
        foreach (var folder in kept)
        {
            var isOld = folder.Since < oldest;
            if (!isOld && left <= settings.DiskBytes)
            {
                break;
            }

            removals.Add(new Removal(folder.Path, folder.Bytes, folder.Since, isOld ? RemovalReason.Age : RemovalReason.Disk));
            left -= folder.Bytes;
        }

        return new RetentionPlan(removals.ToImmutable(), inUse + kept.Sum(folder => folder.Bytes) + unfinished.Sum(folder => folder.Bytes), settings.DiskBytes);
    }

    /// <summary>Removes what a plan names. Broken off at any moment, the next call finishes it; another process may do the same meanwhile.</summary>
    /// <param name="plan">The plan.</param>
    public void Apply(RetentionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Removals.IsEmpty)
        {
            return;
        }

        Directory.CreateDirectory(_kept.Trash);
        foreach (var removal in plan.Removals)
        {
            var doomed = removal.Path;
            if (removal.Reason != RemovalReason.Unfinished)
            {
                doomed = Path.Combine(_kept.Trash, Path.GetRandomFileName());
                if (AtomicMove.Rename(removal.Path, doomed).End != MoveEnd.Moved)
                {
                    continue;
                }

                RemoveEmpty(Path.GetDirectoryName(removal.Path)!);
            }

            Delete(doomed);
        }
    }

    private IEnumerable<Removal> Unfinished() => Directory.Exists(_kept.Trash)
        ? Directory.GetDirectories(_kept.Trash).Select(folder => new Removal(folder, FolderSize.Of(folder), Directory.GetLastWriteTimeUtc(folder), RemovalReason.Unfinished))
        : [];

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process has finished it.
            return;
        }
    }

    private void RemoveEmpty(string folder)
    {
        while (folder.Length > _kept.Root.Length && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            try
            {
                Directory.Delete(folder);
            }
            catch (IOException)
            {
                // Something has just been put into it.
                return;
            }

            folder = Path.GetDirectoryName(folder)!;
        }
    }
}
