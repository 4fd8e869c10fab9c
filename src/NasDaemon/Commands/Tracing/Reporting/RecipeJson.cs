using System.Text.Json;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>What a source asks of training, as a JSON object.</summary>
internal static class RecipeJson
{
    /// <summary>Writes it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="recipe">The recipe; null where the source does not say.</param>
    public static void Write(Utf8JsonWriter json, SourceRecipe? recipe)
    {
        if (recipe is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        WriteCall(json, "optimizer", recipe.Optimizer, recipe.OptimizerArguments);
        WriteCall(json, "loss", recipe.Loss, recipe.LossArguments);
        json.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter json, string role, string? name, IReadOnlyDictionary<string, HyperParameter> arguments)
    {
        if (name is null)
        {
            json.WriteNull(role);
            return;
        }

        json.WriteStartObject(role);
        json.WriteString("name", name);
        foreach (var (key, value) in arguments)
        {
            json.WritePropertyName(key);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, HyperParameter value)
    {
        switch (value)
        {
            case { Text: { } text }:
                json.WriteStringValue(text);
                break;
            case { IsInteger: true }:
                json.WriteNumberValue((long)value.Number);
                break;
            default:
                json.WriteNumberValue(value.Number);
                break;
        }
    }
}
