using System.Collections.Immutable;

namespace NasDaemon.Search.Prompting.Templates;

/// <summary>A line of a template.</summary>
/// <param name="Parts">Its texts and placeholders in order.</param>
internal sealed record TemplateLine(ImmutableArray<TemplatePart> Parts)
{
    /// <summary>Fills in the placeholders.</summary>
    /// <param name="values">The values by name.</param>
    /// <returns>The line; null where it has placeholders and all of them are empty.</returns>
    public string? Fill(IReadOnlyDictionary<string, string> values)
    {
        var hasPlaceholders = Parts.Any(part => part.IsPlaceholder);
        return hasPlaceholders && Parts.All(part => !part.IsPlaceholder || Value(part, values).Length == 0)
            ? null
            : string.Concat(Parts.Select(part => part.IsPlaceholder ? Value(part, values) : part.Text));
    }

    private static string Value(TemplatePart part, IReadOnlyDictionary<string, string> values) => values.GetValueOrDefault(part.Text, string.Empty);
}

/// <summary>A piece of a line.</summary>
/// <param name="Text">The text, or the placeholder's name.</param>
/// <param name="IsPlaceholder">Whether it is a placeholder.</param>
internal sealed record TemplatePart(string Text, bool IsPlaceholder);
