using System.Collections.Immutable;
using NasDaemon.Search.Prompting.Examples;
using NasDaemon.Search.Prompting.Memory;

namespace NasDaemon.Search.Prompting.Wording;

/// <summary>What a prompt is to hold.</summary>
/// <param name="Mode">What the model is asked for.</param>
/// <param name="Request">The user's words; empty for none.</param>
/// <param name="Examples">The networks shown.</param>
/// <param name="Attempts">The last attempts, the oldest first; empty where none are shown.</param>
internal sealed record PromptDraft(PromptMode Mode, string Request, ExampleSet Examples, ImmutableArray<Attempt> Attempts);

/// <summary>What the model is asked for.</summary>
internal enum PromptMode
{
    /// <summary>A whole network.</summary>
    Generate,

    /// <summary>Changes to the reference.</summary>
    Edit,

    /// <summary>A better network than the last attempts.</summary>
    Improve,
}
