using System.Collections.Immutable;

namespace NasDaemon.Architectures.Tracing;

/// <summary>A value of the <c>prm</c> dictionary of the LEMUR dialect.</summary>
public readonly record struct HyperParameter
{
    private HyperParameter(double number, bool isInteger, string? text) => (Number, IsInteger, Text) = (number, isInteger, text);

    /// <summary>The values that a source finds unless a request sets others.</summary>
    public static ImmutableSortedDictionary<string, HyperParameter> Defaults { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, HyperParameter>
        {
            ["lr"] = FromDouble(0.01),
            ["momentum"] = FromDouble(0.9),
            ["dropout"] = FromDouble(0.2),
            ["weight_decay"] = FromDouble(0.0005),
            ["batch"] = FromInt64(64),
            ["epoch"] = FromInt64(1),
            ["epoch_max"] = FromInt64(50),
            ["transform"] = FromText("norm_32"),
        });

    /// <summary>The number; 0 for a text.</summary>
    public double Number { get; }

    /// <summary>Whether the number is one of Python's integers.</summary>
    public bool IsInteger { get; }

    /// <summary>The text; null for a number.</summary>
    public string? Text { get; }

    /// <summary>An integer.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator HyperParameter(long value) => FromInt64(value);

    /// <summary>A floating-point number.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator HyperParameter(double value) => FromDouble(value);

    /// <summary>A text.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator HyperParameter(string value) => FromText(value);

    /// <summary>An integer.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The hyper-parameter.</returns>
    public static HyperParameter FromInt64(long value) => new(value, isInteger: true, text: null);

    /// <summary>A floating-point number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The hyper-parameter.</returns>
    public static HyperParameter FromDouble(double value) => new(value, isInteger: false, text: null);

    /// <summary>A text.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The hyper-parameter.</returns>
    public static HyperParameter FromText(string value) => new(0, isInteger: false, value);
}
