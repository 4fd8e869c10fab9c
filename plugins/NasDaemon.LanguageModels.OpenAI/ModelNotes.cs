using System.Collections.Immutable;

namespace NasDaemon.LanguageModels.OpenAI;

/// <summary>What is worth knowing of a model, each sentence once.</summary>
/// <param name="first">What is known at the beginning.</param>
internal sealed class ModelNotes(ImmutableArray<string> first)
{
    private ImmutableArray<string> _all = first;

    /// <summary>All of them.</summary>
    public ImmutableArray<string> All => ImmutableInterlocked.InterlockedCompareExchange(ref _all, default, default);

    /// <summary>Adds one.</summary>
    /// <param name="note">One sentence.</param>
    public void Add(string note) => ImmutableInterlocked.Update(ref _all, notes => notes.Contains(note) ? notes : notes.Add(note));
}
