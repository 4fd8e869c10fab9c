using System.Collections.Immutable;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>What the settings say of language models.</summary>
/// <param name="Default">The model of tasks that name none; null where the settings leave it open.</param>
/// <param name="Models">The models by name, in the order of the file.</param>
public sealed record LanguageModelSettings(string? Default, ImmutableArray<NamedLanguageModel> Models)
{
    /// <summary>Nothing was said.</summary>
    public static LanguageModelSettings None { get; } = new(null, []);

    /// <inheritdoc/>
    public bool Equals(LanguageModelSettings? other) => other is not null && Default == other.Default && Models.SequenceEqual(other.Models);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Default, Models.Length);
}
