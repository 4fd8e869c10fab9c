using NasDaemon.Abstractions.Failures;
using NasDaemon.Search.Prompting.Writing;

namespace NasDaemon.Benchmarks.Writing;

/// <summary>How the study asks for a repair.</summary>
internal sealed class StudyRepair : IRepairPrompt
{
    /// <inheritdoc/>
    public string Ask(string source, Failure failure)
    {
        var lines = source.Split('\n');
        var line = failure.Line is { } number && number <= lines.Length ? $"\nThe line: {lines[number - 1].Trim()}" : string.Empty;
        return $"This network fails: {failure.Message}{line}\n{failure.Hint}\nWrite the whole corrected network in one block of Python.";
    }
}
