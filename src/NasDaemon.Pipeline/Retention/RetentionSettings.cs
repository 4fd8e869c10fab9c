namespace NasDaemon.Pipeline.Retention;

/// <summary>What is kept, and for how long.</summary>
/// <param name="Weights">How long the weights of finalists are kept in the state folder after their training has ended.</param>
/// <param name="DiskBytes">What weights and the folders of running trials may take together; the oldest weights go first.</param>
public sealed record RetentionSettings(TimeSpan Weights, long DiskBytes)
{
    /// <summary>What holds where the settings say nothing.</summary>
    public static RetentionSettings Default { get; } = new(TimeSpan.FromDays(30), 10L << 30);
}
