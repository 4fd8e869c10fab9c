namespace NasDaemon.Reports.Html.Markup;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its head.</param>
/// <param name="IsFigure">Whether it holds figures, which stand right.</param>
internal sealed record TableColumn(string Name, bool IsFigure = false)
{
    /// <summary>A column of texts.</summary>
    public static implicit operator TableColumn(string name) => new(name);

    /// <summary>A column of figures.</summary>
    public static TableColumn Figures(string name) => new(name, true);
}
