using System.Text.Json.Serialization;

namespace NasDaemon.Abstractions.Failures;

/// <summary>An expected failure as a value: what went wrong, where, and in words that a person or a language model can act on.</summary>
/// <param name="Class">The class that reports count by.</param>
/// <param name="Message">One message; PyTorch's own text wherever PyTorch would give one.</param>
/// <param name="Line">The line in the candidate's source, from 1, or null where no line applies.</param>
/// <param name="Column">The column in that line, from 1, or null.</param>
/// <param name="Hint">What helps to repair it: shapes on both sides, the nearest known name; null where there is nothing to add.</param>
/// <param name="ModulePath">The path of the module in which it happened (<c>features.0</c>), or null.</param>
public sealed record Failure(
    FailureClass Class,
    string Message,
    int? Line = null,
    int? Column = null,
    string? Hint = null,
    string? ModulePath = null)
{
    /// <summary>Whether the same may go well when it is asked for again: a process died, and nothing is known to be wrong with what it was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsPassing { get; init; }
}
