namespace NasDaemon.Testing.Browser;

/// <summary>What a page is looked at with.</summary>
/// <param name="Width">Width of the window in CSS pixels.</param>
/// <param name="IsDark">Whether its user prefers dark pages.</param>
/// <param name="Height">Height of the window in CSS pixels.</param>
public sealed record PageView(int Width = 1400, bool IsDark = false, int Height = 900)
{
    /// <summary>A telephone held upright.</summary>
    public static PageView Phone { get; } = new(375, Height: 800);

    /// <summary>A window on a desk.</summary>
    public static PageView Desk { get; } = new();

    /// <summary>The same in the dark.</summary>
    /// <returns>The view.</returns>
    public PageView InTheDark() => this with { IsDark = true };
}
