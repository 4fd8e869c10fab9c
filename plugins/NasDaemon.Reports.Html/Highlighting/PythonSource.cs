using NasDaemon.Reports.Html.Markup;

namespace NasDaemon.Reports.Html.Highlighting;

/// <summary>Puts a Python source on a page, its lines numbered and its words told apart by colour.</summary>
internal static class PythonSource
{
    /// <summary>What is longer is cut; the whole stands in <c>report.json</c>.</summary>
    public const int Longest = 20_000;

    /// <summary>Writes a source.</summary>
    /// <param name="html">The page.</param>
    /// <param name="source">The source.</param>
    /// <param name="wrongLine">The line where it failed, from 1; null for none.</param>
    public static void Write(HtmlWriter html, string source, int? wrongLine = null)
    {
        var shown = source.ReplaceLineEndings("\n");
        var isCut = shown.Length > Longest;
        using (html.Open("pre", ("class", "source"), ("tabindex", "0"), ("aria-label", "Python source")))
        using (html.Open("code"))
        {
            WriteLines(html, Lines(isCut ? shown[..Longest] : shown.TrimEnd()), wrongLine);
        }

        if (isCut)
        {
            html.Paragraph("The source goes on; the whole of it stands in report.json.", "muted");
        }
    }

    private static void WriteLines(HtmlWriter html, List<List<PythonToken>> lines, int? wrongLine)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            using (html.Open("span", ("class", index + 1 == wrongLine ? "line wrong" : "line")))
            {
                foreach (var token in lines[index])
                {
                    if (token.Kind == PythonTokenKind.Plain)
                    {
                        html.Text(token.Text);
                    }
                    else
                    {
                        html.Element("span", token.Text, ("class", Look(token.Kind)));
                    }
                }
            }

            html.Own("\n");
        }
    }

    // A string or a space may go over several lines; on the page each line is an element of its own.
    private static List<List<PythonToken>> Lines(string source)
    {
        var lines = new List<List<PythonToken>> { new() };
        foreach (var token in new PythonTokenizer(source).Read())
        {
            var parts = token.Text.Split('\n');
            for (var index = 0; index < parts.Length; index++)
            {
                if (index > 0)
                {
                    lines.Add([]);
                }

                if (parts[index].Length > 0)
                {
                    lines[^1].Add(token with { Text = parts[index] });
                }
            }
        }

        return lines;
    }

    private static string Look(PythonTokenKind kind) => kind switch
    {
        PythonTokenKind.Keyword => "k",
        PythonTokenKind.Definition => "d",
        PythonTokenKind.String => "s",
        PythonTokenKind.Number => "n",
        _ => "c",
    };
}
