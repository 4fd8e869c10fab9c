using System.Collections.Immutable;

namespace NasDaemon.Search.Prompting.Temperature;

/// <summary>Watches whether a model repeats itself or what it was shown.</summary>
/// <param name="Recent">Of the last networks, the oldest first, whether each was known already.</param>
/// <param name="Networks">How many networks it wrote in all.</param>
/// <param name="Repeats">How many of them were known already.</param>
internal sealed record RepeatWatch(ImmutableArray<bool> Recent, int Networks, int Repeats)
{
    /// <summary>How many networks it looks back.</summary>
    public const int Window = 8;

    /// <summary>Nothing was written yet.</summary>
    public static RepeatWatch Start { get; } = new([], 0, 0);

    /// <summary>One more network.</summary>
    /// <param name="isRepeat">Whether it was known already.</param>
    /// <returns>The watch then.</returns>
    public RepeatWatch See(bool isRepeat) => new(
        Recent.Length < Window ? Recent.Add(isRepeat) : Recent.RemoveAt(0).Add(isRepeat), Networks + 1, Repeats + (isRepeat ? 1 : 0));
}
