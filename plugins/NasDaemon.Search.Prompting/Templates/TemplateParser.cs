using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Search.Prompting.Templates;

/// <summary>Reads a template and holds it to its definition.</summary>
/// <param name="definition">What it may hold.</param>
/// <param name="file">Its file, for messages.</param>
internal sealed class TemplateParser(TemplateDefinition definition, string file)
{
    private const string Opening = "{{";
    private const string Closing = "}}";

    /// <summary>Reads a template.</summary>
    /// <param name="text">The text of its file.</param>
    /// <returns>The template.</returns>
    /// <exception cref="LanguageModelException">It holds what it may not, or lacks what it must have.</exception>
    public PromptTemplate Parse(string text)
    {
        // The file's explanation of itself.
        var all = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var explained = all.TakeWhile(line => line.StartsWith('#')).Count();
        ImmutableArray<TemplateLine> lines = [.. all.Skip(explained).Select((line, index) => Line(line, explained + index + 1))];
        foreach (var placeholder in definition.Placeholders.Where(placeholder => placeholder.IsRequired && !Holds(lines, placeholder)))
        {
            throw UnusableTemplate.Because(
                $"{file}: the placeholder {Opening}{placeholder.Name}{Closing} is missing.",
                "Put it back, or delete the file: the one that came with the program is used then.");
        }

        return new PromptTemplate(lines);
    }

    private static bool Holds(ImmutableArray<TemplateLine> lines, Placeholder placeholder) =>
        lines.Any(line => line.Parts.Any(part => part.IsPlaceholder && part.Text == placeholder.Name));

    private TemplateLine Line(string line, int number)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        var position = 0;
        while (line.IndexOf(Opening, position, StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = line.IndexOf(Closing, start, StringComparison.Ordinal);
            if (end < 0)
            {
                throw UnusableTemplate.Because($"{file}, line {number}: '{Opening}' is not closed.", $"Write '{Closing}' behind the placeholder's name.");
            }

            parts.Add(new TemplatePart(line[position..start], IsPlaceholder: false));
            parts.Add(new TemplatePart(Known(line[(start + Opening.Length)..end].Trim(), number), IsPlaceholder: true));
            position = end + Closing.Length;
        }

        parts.Add(new TemplatePart(line[position..], IsPlaceholder: false));
        return new TemplateLine(parts.ToImmutable());
    }

    private string Known(string name, int number) => definition.Placeholders.Any(placeholder => placeholder.Name == name)
        ? name
        : throw UnusableTemplate.Because(
            $"{file}, line {number}: there is no placeholder '{name}' in this template.",
            definition.Placeholders.IsEmpty
                ? "It takes none."
                : $"It takes {string.Join(", ", definition.Placeholders.Select(placeholder => Opening + placeholder.Name + Closing))}.");
}
