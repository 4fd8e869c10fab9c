using System.Text;

namespace NasDaemon.Reports.Text.Markdown;

/// <summary>A page in the making: blocks with one empty line between them. What it is given is Markdown already.</summary>
internal sealed class MarkdownPage
{
    private const string Indent = "    ";

    private readonly StringBuilder _text = new();

    /// <summary>A heading.</summary>
    public void Heading(int level, string text) => Block($"{new string('#', level)} {text}");

    /// <summary>A paragraph, or any other block of one line.</summary>
    public void Block(string text)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(text).Append('\n');
    }

    /// <summary>A text from outside, line by line as it is: indented, so that nothing in it can end the block.</summary>
    public void Verbatim(string text) =>
        Block(string.Join('\n', text.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => Indent + MarkdownText.Visible(line))));

    /// <summary>A table; a column whose head begins with <c>&gt;</c> holds figures and stands right.</summary>
    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        Block(Row(head.Select(cell => cell.TrimStart('>'))));
        _text.Append(Row(head.Select(cell => cell.StartsWith('>') ? "--:" : "---"))).Append('\n');
        foreach (var row in rows)
        {
            _text.Append(Row(row)).Append('\n');
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
