using System.Collections.Immutable;
using System.Text;

namespace NasDaemon.Search.Prompting.Templates;

/// <summary>
/// A text with placeholders in double braces. Values are put in as they are: what they hold is never looked at for placeholders. A line
/// whose placeholders are all empty is left out, and of several empty lines in a row one stays.
/// </summary>
/// <param name="lines">Its lines.</param>
internal sealed class PromptTemplate(ImmutableArray<TemplateLine> lines)
{
    /// <summary>Fills in the placeholders.</summary>
    /// <param name="values">The values by name; what is not among them is empty.</param>
    /// <returns>The text, without empty lines at its ends.</returns>
    public string Fill(IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder();
        var wasEmpty = true;
        foreach (var line in lines)
        {
            if (line.Fill(values) is not { } filled || (filled.Length == 0 && wasEmpty))
            {
                continue;
            }

            wasEmpty = filled.Length == 0;
            text.Append(filled).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Fills in the placeholders.</summary>
    /// <param name="values">The values by name.</param>
    /// <returns>The text.</returns>
    public string Fill(params ReadOnlySpan<(string Name, string Value)> values)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            named.Add(name, value);
        }

        return Fill(named);
    }

    /// <summary>The text as it is written, for templates without placeholders.</summary>
    /// <returns>Every line, the empty ones at the end too.</returns>
    public string Verbatim() => string.Concat(lines.Select(line => line.Fill(ImmutableDictionary<string, string>.Empty) + "\n"));
}
