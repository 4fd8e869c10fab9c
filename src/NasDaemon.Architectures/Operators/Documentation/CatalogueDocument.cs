using System.Text;
using NasDaemon.Architectures.Modules;

namespace NasDaemon.Architectures.Operators.Documentation;

/// <summary>Writes the catalogue as tables in Markdown: what a source may use.</summary>
internal static class CatalogueDocument
{
    /// <summary>Writes the tables.</summary>
    /// <returns>The text.</returns>
    public static string Write()
    {
        var text = new StringBuilder();
        text.Append("## Modules\n\n| module | arguments | forward | since |\n|---|---|---|---|\n");
        foreach (var module in ModuleFamilies.All.OrderBy(module => module.Path, StringComparer.Ordinal))
        {
            text.Append(null, $"| `{module.Path}` | {Code(module.Parameters)} | {Code(module.ForwardParameters)} | {module.MinimumVersion} |\n");
        }

        text.Append("\n## Functions, tensor methods and attributes\n");
        foreach (var family in OperatorFamilies.All.OrderBy(family => family.Title, StringComparer.Ordinal))
        {
            WriteFamily(text, family);
        }

        WriteUnsupported(text);
        return text.ToString();
    }

    private static void WriteUnsupported(StringBuilder text)
    {
        text.Append("\n## What PyTorch 1.13 has beside these\n\nA source that uses one of these names is refused with the reason that it is not supported.\n\n");
        foreach (var module in UnsupportedNames.All.GroupBy(path => path[..path.LastIndexOf('.')]))
        {
            text.Append(null, $"* `{module.Key}`: {string.Join(", ", module.Select(path => $"`{path[(module.Key.Length + 1)..]}`"))}\n");
        }
    }

    private static void WriteFamily(StringBuilder text, OperatorFamily family)
    {
        text.Append(null, $"\n### {family.Title}\n\n| names | arguments | since |\n|---|---|---|\n");
        foreach (var definition in family.Operators.Where(definition => IsPublic(definition)).OrderBy(definition => definition.Name, StringComparer.Ordinal))
        {
            var names = definition.Faces.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(face => $"`{Readable(face)}`");
            text.Append(null, $"| {string.Join(' ', names)} | {Code(definition.Parameters)} | {definition.MinimumVersion} |\n");
        }
    }

    // What only the tracer's own modules call is no name of PyTorch's.
    private static bool IsPublic(OperatorDefinition definition) =>
        definition.Faces.Length > 0 && !definition.Faces.StartsWith("torch.version.", StringComparison.Ordinal);

    private static string Readable(string face) => face switch
    {
        ['@', .. var name] => $"Tensor.{name}",
        ['.', .. var name] => $"Tensor.{name}()",
        ['F', '.' or ':', .. var name] => $"F.{name}",
        _ => face,
    };

    private static string Code(string parameters)
    {
        var shown = parameters.Split(", ").Where(parameter => parameter.Length > 0).Select(parameter => parameter.TrimStart('~'));
        var joined = string.Join(", ", shown).Replace("|", "\\|", StringComparison.Ordinal).Replace(";", ", ", StringComparison.Ordinal);
        return joined.Length == 0 ? string.Empty : $"`{joined}`";
    }
}
