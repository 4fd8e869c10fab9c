using NasDaemon.Abstractions.Failures;

namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>The requests that run and those that wait.</summary>
/// <param name="tracks">The texts in the cache.</param>
/// <param name="memory">The cache.</param>
/// <param name="width">The most that run together.</param>
internal sealed class JobQueue(TrackTable tracks, CacheMemory memory, int width)
{
    private readonly List<Job> _running = [];
    private readonly List<Job> _waiting = [];
    private int? _narrowed;

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => _running.Count == 0 && _waiting.Count == 0;

    /// <summary>Whether a request has ended that is not forgotten yet.</summary>
    public bool AnyDone => _running.Exists(job => job.IsDone);

    /// <summary>Takes a request.</summary>
    public void Add(Job job) => _waiting.Add(job);

    /// <summary>Ends the requests whose callers gave up.</summary>
    public void EndCancelled()
    {
        foreach (var job in _running.Concat(_waiting).Where(job => job.IsCancelled).ToList())
        {
            job.Cancel();
        }

        RemoveDone();
    }

    /// <summary>Lets waiting requests run, oldest first, as far as there is place for them.</summary>
    public void Admit()
    {
        foreach (var job in _waiting.ToList())
        {
            if (_running.Count >= (_narrowed ?? width))
            {
                return;
            }

            if (tracks.TryPlace(job.Track))
            {
                _waiting.Remove(job);
                _running.Add(job);
                job.Track.IsBusy = true;
                job.Begin();
            }
        }
    }

    /// <summary>Fills a batch: first those that write, a token each, then those that read a prompt.</summary>
    public void Plan(DecodingBatch batch)
    {
        foreach (var job in _running.OrderBy(job => job.IsReading))
        {
            job.Plan(batch, memory);
        }
    }

    /// <summary>Hands out what a batch brought.</summary>
    public void Commit(Outputs outputs)
    {
        foreach (var job in _running.Where(job => !job.IsDone))
        {
            job.Commit(outputs);
        }

        RemoveDone();
    }

    /// <summary>Undoes a batch that was not decoded to its end.</summary>
    public void RollBack()
    {
        foreach (var job in _running)
        {
            job.RollBack(memory);
        }
    }

    /// <summary>
    /// Frees cells: those that are only kept, then by letting the youngest request wait until another has ended, then by ending
    /// the one that is left.
    /// </summary>
    public void MakeRoom()
    {
        RollBack();
        RemoveDone();
        if (_running.Count == 0 || tracks.TryMakeRoom())
        {
            return;
        }

        if (_running.Count > 1)
        {
            var youngest = _running[^1];
            youngest.Release(memory);
            _running.Remove(youngest);
            youngest.Track.IsBusy = false;
            tracks.Displace(youngest.Track);
            _waiting.Insert(0, youngest);
            _narrowed = _running.Count;
            return;
        }

        _running[0].EndForRoom();
        RemoveDone();
    }

    /// <summary>Ends every request.</summary>
    public void FailAll(Failure failure)
    {
        foreach (var job in _running.Concat(_waiting).Where(job => !job.IsDone).ToList())
        {
            job.Fail(failure);
        }

        RemoveDone();
    }

    /// <summary>Forgets the requests that have ended.</summary>
    public void RemoveDone()
    {
        foreach (var job in _running.Where(job => job.IsDone))
        {
            job.Release(memory);
            job.Track.IsBusy = false;
            _narrowed = null;
        }

        _running.RemoveAll(job => job.IsDone);
        _waiting.RemoveAll(job => job.IsDone);
    }
}
