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

        return text.ToString();
    }

    private static void WriteFamily(StringBuilder text, OperatorFamily family)
    {
        text.Append(null, $"\n### {family.Title}\n\n| names | arguments | since |\n|---|---|---|\n");
        foreach (var definition in family.Operators.Where(definition => definition.Faces.Length > 0).OrderBy(definition => definition.Name, StringComparer.Ordinal))
        {
            var names = definition.Faces.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(face => $"`{Readable(face)}`");
            text.Append(null, $"| {string.Join(' ', names)} | {Code(definition.Parameters)} | {definition.MinimumVersion} |\n");
        }
    }

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
