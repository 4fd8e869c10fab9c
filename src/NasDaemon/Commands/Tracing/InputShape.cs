using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace NasDaemon.Commands.Tracing;

/// <summary>The shape of one sample as people write it: <c>3x32x32</c>, <c>3,32,32</c> or <c>[3, 32, 32]</c>.</summary>
internal static class InputShape
{
    /// <summary>What a wrong one is answered with.</summary>
    public const string Remedy = "is written like 3x32x32 or [3, 32, 32]: one to four whole numbers above 0, without the batch.";

    private const int LongestShape = 4;

    /// <summary>Reads a shape.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shape">The sizes; empty where the text is not a shape.</param>
    /// <returns>Whether the text is a shape.</returns>
    public static bool TryParse(string? text, out ImmutableArray<int> shape)
    {
        var trimmed = (text ?? string.Empty).Trim().TrimStart('[', '(').TrimEnd(']', ')');
        var sizes = trimmed.Split(['x', '×', ',', '*'], StringSplitOptions.TrimEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0);
        return IsShape([.. sizes], out shape);
    }

    /// <summary>Reads a shape from JSON.</summary>
    /// <param name="value">A list of sizes, or a text.</param>
    /// <param name="shape">The sizes; empty where the value is not a shape.</param>
    /// <returns>Whether the value is a shape.</returns>
    public static bool TryParse(JsonElement value, out ImmutableArray<int> shape)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return TryParse(value.GetString(), out shape);
        }

        shape = [];
        return value.ValueKind == JsonValueKind.Array
            && IsShape([.. value.EnumerateArray().Take(LongestShape + 1).Select(Size)], out shape);
    }

    private static int Size(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var size) ? size : 0;

    private static bool IsShape(ImmutableArray<int> sizes, out ImmutableArray<int> shape)
    {
        var isShape = sizes.Length is > 0 and <= LongestShape && sizes.All(size => size > 0);
        shape = isShape ? sizes : [];
        return isShape;
    }
}
