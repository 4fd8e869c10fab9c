namespace NasDaemon.Abstractions.Tasks;

/// <summary>What a search knows of earlier ones.</summary>
/// <param name="UsesArchive">Whether it knows the trials of the daemon's store.</param>
/// <param name="File">The exported archive that it knows in their place; null for none.</param>
public sealed record PriorSelection(bool UsesArchive, string? File)
{
    /// <summary>The daemon's store.</summary>
    public static PriorSelection Archive { get; } = new(true, null);

    /// <summary>Nothing.</summary>
    public static PriorSelection None { get; } = new(false, null);
}
