using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Commands.Tracing;

/// <summary>Hyper-parameters as the command line and files write them: <c>lr=0.01,transform=norm_32</c>, or a JSON object.</summary>
internal static class HyperParameterText
{
    /// <summary>None.</summary>
    public static ImmutableSortedDictionary<string, HyperParameter> None { get; } =
        ImmutableSortedDictionary.Create<string, HyperParameter>(StringComparer.Ordinal);

    /// <summary>Reads hyper-parameters.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The values; null where the text is neither form.</returns>
    public static ImmutableSortedDictionary<string, HyperParameter>? Parse(string text) =>
        text.TrimStart().StartsWith('{') ? ParseJson(text) : ParseList(text);

    /// <summary>Reads hyper-parameters from JSON.</summary>
    /// <param name="element">The object.</param>
    /// <returns>The values; null where it is no object of numbers and texts.</returns>
    public static ImmutableSortedDictionary<string, HyperParameter>? Of(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var values = None.ToBuilder();
        foreach (var property in element.EnumerateObject())
        {
            if (Value(property.Value) is not { } value)
            {
                return null;
            }

            values[property.Name] = value;
        }

        return values.ToImmutable();
    }

    private static HyperParameter? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out var integer) ? HyperParameter.FromInt64(integer) : HyperParameter.FromDouble(value.GetDouble()),
        JsonValueKind.String => HyperParameter.FromText(value.GetString()!),
        JsonValueKind.True or JsonValueKind.False => HyperParameter.FromInt64(value.GetBoolean() ? 1 : 0),
        _ => default(HyperParameter?),
    };

    private static ImmutableSortedDictionary<string, HyperParameter>? ParseJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            // What is no JSON is no list of hyper-parameters either, which the caller says.
            return null;
        }
    }

    private static ImmutableSortedDictionary<string, HyperParameter>? ParseList(string text)
    {
        var values = None.ToBuilder();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, { Length: > 0 } value])
            {
                return null;
            }

            values[name] = Value(value);
        }

        return values.ToImmutable();
    }

    private static HyperParameter Value(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? HyperParameter.FromInt64(integer)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? HyperParameter.FromDouble(number)
        : HyperParameter.FromText(text);
}
