using System.Text;
using NasDaemon.Architectures.Operators;
using NasDaemon.Exports.Onnx.Operators;

namespace NasDaemon.Exports.Onnx.Documentation;

/// <summary>Writes which operators are exported as a table in Markdown.</summary>
internal static class OnnxDocument
{
    /// <summary>Writes the tables.</summary>
    /// <returns>The text.</returns>
    public static string Write()
    {
        var text = new StringBuilder("| operator | what it becomes |\n|---|---|\n");
        foreach (var definition in OnnxOperators.All.Values.OrderBy(definition => definition.Name, StringComparer.Ordinal))
        {
            text.Append(null, $"| `{definition.Name}` | {definition.Written} |\n");
        }

        var absent = OperatorCatalogue.Default.Operators.Select(definition => definition.Name).Where(IsKnownToBeAbsent).Order(StringComparer.Ordinal);
        return text.Append("\nA network that needs one of these in evaluation is not exported:\n").AppendJoin(", ", absent.Select(name => $"`{name}`")).Append(".\n").ToString();
    }

    // Most other names of the catalogue never reach a graph: the tracer writes them as several of those above.
    private static bool IsKnownToBeAbsent(string name) => !OnnxOperators.All.ContainsKey(name) && AbsentOperators.Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
