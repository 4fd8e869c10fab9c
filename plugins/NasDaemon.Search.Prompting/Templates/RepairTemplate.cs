using NasDaemon.Abstractions.Failures;
using NasDaemon.Search.Prompting.Writing;

namespace NasDaemon.Search.Prompting.Templates;

/// <summary>Words the request to put a source right by <c>repair.txt</c>.</summary>
/// <param name="templates">The templates.</param>
internal sealed class RepairTemplate(TemplateSet templates) : IRepairPrompt
{
    /// <inheritdoc/>
    public string Ask(string source, Failure failure) => templates[TemplateDefinitions.Repair].Fill(
        ("message", failure.Message),
        ("line", Line(source, failure.Line)),
        ("hint", failure.Hint ?? string.Empty));

    private static string Line(string source, int? number)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        return number is >= 1 and var line && line <= lines.Length ? lines[line - 1].Trim() : string.Empty;
    }
}
