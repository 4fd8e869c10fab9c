namespace NasDaemon.Commands.Doctor;

/// <summary>Something that was looked at.</summary>
/// <param name="Area">What it belongs to.</param>
/// <param name="State">Whether it is as it should be.</param>
/// <param name="Text">What was found.</param>
/// <param name="Remedy">What helps; null where nothing needs help.</param>
internal sealed record Finding(string Area, FindingState State, string Text, string? Remedy = null);

/// <summary>Whether something is as it should be.</summary>
internal enum FindingState
{
    /// <summary>It is.</summary>
    Good,

    /// <summary>The daemon works without it, but something that it could do is missing.</summary>
    Missing,

    /// <summary>The daemon does not work as it is.</summary>
    Broken,
}
