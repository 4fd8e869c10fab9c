namespace NasDaemon.Reports.Html.Markup;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="Link">The part of the page that it leads to; null for none.</param>
/// <param name="Value">What it is sorted by; null for its text.</param>
internal sealed record TableCell(string Text, string? Link = null, double? Value = null)
{
    /// <summary>A cell of plain text.</summary>
    public static implicit operator TableCell(string text) => new(text);
}
