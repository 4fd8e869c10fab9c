namespace NasDaemon.Engines.LibTorch.Samples;

/// <summary>The order of the training samples in each epoch, from (seed, epoch) alone.</summary>
/// <param name="indices">The samples.</param>
/// <param name="seed">The session's seed.</param>
internal sealed class EpochOrder(IReadOnlyList<int> indices, ulong seed)
{
    private readonly int[] _order = new int[indices.Count];
    private int _epoch = -1;

    /// <summary>The order of an epoch; valid until another epoch is asked for.</summary>
    /// <param name="epoch">Which, from 0.</param>
    /// <returns>The samples in order.</returns>
    public ReadOnlySpan<int> Of(int epoch)
    {
        if (epoch != _epoch)
        {
            Shuffle(epoch);
            _epoch = epoch;
        }

        return _order;
    }

    private void Shuffle(int epoch)
    {
        for (var position = 0; position < _order.Length; position++)
        {
            _order[position] = indices[position];
        }

        var random = new SplitMix(seed, (ulong)epoch);
        for (var last = _order.Length - 1; last > 0; last--)
        {
            var other = (int)random.Below((uint)last + 1);
            (_order[last], _order[other]) = (_order[other], _order[last]);
        }
    }
}
