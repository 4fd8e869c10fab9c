using System.Text;

namespace NasDaemon.Pipeline.Fields;

/// <summary>Writes a table of fields as Markdown: one table a section.</summary>
internal static class FieldTable
{
    /// <summary>Writes the tables.</summary>
    /// <param name="file">The whole file.</param>
    /// <returns>Markdown.</returns>
    public static string Write(SectionField file)
    {
        var text = new StringBuilder();
        Append(text, file, string.Empty);
        return text.ToString();
    }

    private static void Append(StringBuilder text, SectionField section, string path)
    {
        if (path.Length > 0)
        {
            var shorthand = section.Shorthand is { } only ? $" A single value in its place is its `{only.Name}`." : string.Empty;
            text.Append($"### `{path}`\n\n{section.Summary}{shorthand}\n\n");
        }

        text.Append("| key | type | unit | legal values | default | meaning |\n|---|---|---|---|---|---|\n");
        foreach (var field in section.Fields)
        {
            text.Append($"| `{field.Name}` | {field.Type} | {field.Unit} | {Range(field)} | {Default(field)} | {field.Summary} |\n");
        }

        text.Append('\n');
        foreach (var inner in section.Fields.OfType<SectionField>())
        {
            Append(text, inner, path.Length == 0 ? inner.Name : $"{path}.{inner.Name}");
        }
    }

    private static string Range(Field field) =>
        field.OnlyFor.IsEmpty ? field.Range : $"{field.Range}; only for {string.Join(" and ", field.OnlyFor)}";

    private static string Default(Field field) => field switch
    {
        { IsRequired: true } => "must be given",
        SectionField => "see below",
        { DefaultWords: { } words } => words,
        { Default: "" } => "empty",
        { Default: { } value } => $"`{value}`",
        _ => "none",
    };
}
