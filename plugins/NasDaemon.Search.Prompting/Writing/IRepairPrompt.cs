using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Search.Prompting.Writing;

/// <summary>Words the request to put a source right.</summary>
internal interface IRepairPrompt
{
    /// <summary>What the model is asked after its own answer, in the same conversation.</summary>
    /// <param name="source">The source that failed.</param>
    /// <param name="failure">Why, with line and hint.</param>
    /// <returns>The user's next message.</returns>
    string Ask(string source, Failure failure);
}
