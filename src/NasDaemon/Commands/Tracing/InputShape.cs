using System.Collections.Immutable;
using System.Globalization;

namespace NasDaemon.Commands.Tracing;

/// <summary>Shapes as the command line writes them: <c>3x32x32</c>.</summary>
internal static class InputShape
{
    private const int LongestShape = 4;

    /// <summary>Reads a shape.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shape">The sizes; empty where the text is not a shape.</param>
    /// <returns>Whether the text is a shape.</returns>
    public static bool TryParse(string? text, out ImmutableArray<int> shape)
    {
        shape = [];
        var parts = (text ?? string.Empty).Split('x', '×');
        if (parts.Length > LongestShape)
        {
            return false;
        }

        var sizes = ImmutableArray.CreateBuilder<int>(parts.Length);
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size < 1)
            {
                return false;
            }

            sizes.Add(size);
        }

        shape = sizes.ToImmutable();
        return true;
    }
}
