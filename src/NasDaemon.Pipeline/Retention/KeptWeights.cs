using NasDaemon.Abstractions.Storage;
using NasDaemon.Pipeline.Files;
using NasDaemon.Pipeline.Trials;

namespace NasDaemon.Pipeline.Retention;

/// <summary>
/// Where the weights of finalists lie when their task has ended: <c>weights</c> in the state folder, each trial's folder below its task's
/// as it lay below <c>tasks</c>. The winner's are in the outbox besides, and those are a result, which nothing removes.
/// </summary>
/// <param name="state">The state folder.</param>
public sealed class KeptWeights(string state)
{
    private const string Folder = "weights";
    private const string TrashFolder = "trash";
    private const int Attempts = 3;

    /// <summary>The folder of all kept weights.</summary>
    public string Root { get; } = Path.Combine(Path.GetFullPath(state), Folder);

    /// <summary>What is to be deleted: it is moved here by one rename first, so that a folder of weights is whole or not there.</summary>
    public string Trash { get; } = Path.Combine(Path.GetFullPath(state), TrashFolder);

    /// <summary>The kept folder of a final trial.</summary>
    /// <param name="trial">The trial.</param>
    /// <returns>The folder; null where its weights were never kept, or are removed.</returns>
    public TrialFolder? Find(TrialKey trial)
    {
        var folder = TrialFolder.Of(state, trial);
        var path = Path.Combine(Root, Path.GetRelativePath(Path.Combine(Path.GetFullPath(state), "tasks"), Path.GetFullPath(folder.Path)));
        return File.Exists(new TrialFolder(path).Weights) ? new TrialFolder(path) : null;
    }

    /// <summary>Keeps the folders of a task's trials that hold weights. A second call goes on where the first was broken off.</summary>
    /// <param name="task">The task's id.</param>
    /// <param name="folder">The task's folder, which is about to be deleted.</param>
    public void Keep(string task, string folder)
    {
        var name = Path.GetFileName(new TrialFolder(folder).Weights);
        foreach (var weights in Directory.GetFiles(folder, name, SearchOption.AllDirectories))
        {
            var trial = Path.GetDirectoryName(weights)!;
            Move(trial, Path.Combine(Root, task, Path.GetRelativePath(folder, trial)));
        }
    }

    /// <summary>Every kept folder.</summary>
    /// <returns>The folders, those whose weights are oldest first.</returns>
    public IReadOnlyList<KeptFolder> All()
    {
        if (!Directory.Exists(Root))
        {
            return [];
        }

        var name = Path.GetFileName(new TrialFolder(Root).Weights);
        return [.. Directory.EnumerateFiles(Root, name, SearchOption.AllDirectories)
            .Select(weights => new KeptFolder(Path.GetDirectoryName(weights)!, FolderSize.Of(Path.GetDirectoryName(weights)!), File.GetLastWriteTimeUtc(weights)))
            .OrderBy(folder => folder.Since)
            .ThenBy(folder => folder.Path, StringComparer.Ordinal)];
    }

    // Whoever removes weights takes the folders above them away when they are empty, perhaps just before this fills one.
    private static void Move(string from, string to)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (AtomicMove.Rename(from, to).End is MoveEnd.Moved or MoveEnd.TargetExists)
            {
                return;
            }
        }
    }
}

/// <summary>A kept folder of weights.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Bytes">What it takes.</param>
/// <param name="Since">When its training ended.</param>
public sealed record KeptFolder(string Path, long Bytes, DateTimeOffset Since);
