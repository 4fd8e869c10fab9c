using System.Globalization;
using System.Text;

namespace NasDaemon.Reports.Html.Markup;

/// <summary>Writes HTML and SVG. Whatever it is given as text or as an attribute's value is escaped.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Begins an element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Its attributes; those without a value are left out.</param>
    /// <returns>Ends it when disposed.</returns>
    public Scope Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(name, attributes);
        return new Scope(this, name);
    }

    /// <summary>An element that holds a text only.</summary>
    public void Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(name, attributes);
        Text(text);
        End(name);
    }

    /// <summary>An element that has no end, such as <c>meta</c>.</summary>
    public void Single(string name, params ReadOnlySpan<(string Name, string? Value)> attributes) => Begin(name, attributes);

    /// <summary>A text.</summary>
    public void Text(string text) => HtmlText.Append(text, _text);

    /// <summary>Markup of our own that needs no escaping; nothing from outside may be in it.</summary>
    public void Own(string markup) => _text.Append(markup);

    /// <summary>A number as SVG wants it: short, with a point.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Begin(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach (var (key, value) in attributes)
        {
            if (value is not null)
            {
                _text.Append(' ').Append(key).Append("=\"");
                HtmlText.Append(value, _text);
                _text.Append('"');
            }
        }

        _text.Append('>');
    }

    private void End(string name) => _text.Append("</").Append(name).Append('>');

    /// <summary>An element that is open.</summary>
    /// <param name="writer">What writes it.</param>
    /// <param name="name">Its name.</param>
    internal readonly ref struct Scope(HtmlWriter writer, string name)
    {
        /// <summary>Ends the element.</summary>
        public void Dispose() => writer.End(name);
    }
}
