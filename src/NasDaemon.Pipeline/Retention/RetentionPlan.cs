using System.Collections.Immutable;

namespace NasDaemon.Pipeline.Retention;

/// <summary>What is to be removed.</summary>
/// <param name="Removals">The folders, the oldest first.</param>
/// <param name="UsedBytes">What weights and the folders of running trials take now.</param>
/// <param name="LimitBytes">What they may take.</param>
public sealed record RetentionPlan(ImmutableArray<Removal> Removals, long UsedBytes, long LimitBytes)
{
    /// <summary>What the removals free.</summary>
    public long FreedBytes => Removals.Sum(removal => removal.Bytes);

    /// <summary>Whether more is left than may be, all of it in use.</summary>
    public bool IsOverLimit => UsedBytes - FreedBytes > LimitBytes;
}

/// <summary>A folder that is to be removed.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Bytes">What it takes.</param>
/// <param name="Since">When its training ended.</param>
/// <param name="Reason">Why it goes.</param>
public sealed record Removal(string Path, long Bytes, DateTimeOffset Since, RemovalReason Reason);

/// <summary>Why a folder goes.</summary>
public enum RemovalReason
{
    /// <summary>It was kept as long as the settings say.</summary>
    Age,

    /// <summary>There was no room for it.</summary>
    Disk,

    /// <summary>Its removal was begun and not finished.</summary>
    Unfinished,
}
