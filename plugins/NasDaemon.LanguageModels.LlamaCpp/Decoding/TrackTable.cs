namespace NasDaemon.LanguageModels.LlamaCpp.Decoding;

/// <summary>The texts that have a place in the cache, and what later ones can take over from them.</summary>
/// <param name="memory">The cache.</param>
/// <param name="retained">How many texts that nobody owns are kept.</param>
internal sealed class TrackTable(CacheMemory memory, int retained)
{
    // Waiting for another text to be decoded pays only where it spares some work.
    private const int WorthWaiting = 16;

    private readonly List<Track> _placed = [];
    private long _uses;

    /// <summary>Gives a text a place in the cache, with as much of its beginning as others have brought there.</summary>
    /// <returns>Whether it has one; false where it should wait, since another text brings more of its beginning soon.</returns>
    public bool TryPlace(Track track)
    {
        if (track.Sequence is not null)
        {
            Use(track);
            return true;
        }

        // The scores behind the last token are wanted, so at least that one is decoded.
        var limit = track.Tokens.Count - 1;
        Track? donor = null;
        var (best, soon) = (0, 0);
        foreach (var other in _placed)
        {
            var shared = Math.Min(track.SharedWith(other), limit);
            var now = Math.Min(shared, other.Decoded);
            soon = Math.Max(soon, other.IsBusy ? shared : now);
            if (now > best)
            {
                (best, donor) = (now, other);
            }
        }

        if (soon - best >= WorthWaiting || !TryFindSequence(donor))
        {
            return false;
        }

        var sequence = memory.Take();
        if (donor is { Sequence: { } source })
        {
            memory.Share(source, sequence, best);
            Use(donor);
        }

        (track.Sequence, track.Decoded, track.Reused) = (sequence, best, best);
        _placed.Add(track);
        Use(track);
        return true;
    }

    /// <summary>Takes a text's place in the cache away; it can be placed again.</summary>
    public void Displace(Track track)
    {
        if (track.Sequence is { } sequence)
        {
            memory.GiveBack(sequence);
            _placed.Remove(track);
        }

        (track.Sequence, track.Decoded, track.Logits) = (null, 0, null);
    }

    /// <summary>Keeps a text that its owner gives up, for what its beginning may spare later prompts.</summary>
    public void Retain(Track track)
    {
        if (track.Decoded == 0)
        {
            Displace(track);
            return;
        }

        track.Tokens.RemoveRange(track.Decoded, track.Tokens.Count - track.Decoded);
        (track.IsRetained, track.IsBusy, track.Logits) = (true, false, null);
        Use(track);
        foreach (var covered in _placed.Where(other => other != track && other.IsRetained && other.Decoded <= track.SharedWith(other)).ToList())
        {
            Displace(covered);
        }

        while (_placed.Count(other => other.IsRetained) > retained && TryEvict(other => other.IsRetained))
        {
        }
    }

    /// <summary>Frees cells: first of texts that nobody owns, then of those that no request works on.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryMakeRoom() => TryEvict(track => track.IsRetained) || TryEvict(track => !track.IsBusy);

    private bool TryFindSequence(Track? donor) =>
        memory.Free > 0 || TryEvict(track => track.IsRetained && track != donor) || TryEvict(track => !track.IsBusy && track != donor);

    private bool TryEvict(Func<Track, bool> may)
    {
        if (_placed.Where(may).MinBy(track => track.LastUse) is not { } oldest)
        {
            return false;
        }

        Displace(oldest);
        return true;
    }

    private void Use(Track track) => track.LastUse = ++_uses;
}
