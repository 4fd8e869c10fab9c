using System.Text.Json;
using NasDaemon.Abstractions.Failures;

namespace NasDaemon.Commands.Tracing.Sources;

/// <summary>Reads one line of a <c>.jsonl</c> file. Fields that it does not know are passed over without being kept.</summary>
internal static class JsonLine
{
    private const string Remedy = "Each line is one JSON object such as {\"source\": \"import torch ...\", \"input\": [3, 32, 32], \"classes\": 10}.";

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line; it may be changed.</param>
    /// <param name="empty">The source without anything.</param>
    /// <returns>The source, or why there is none.</returns>
    public static NetworkSource Read(Span<byte> line, NetworkSource empty)
    {
        PythonNumbers.Replace(line);
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return Refuse(empty, "The line is not a JSON object.");
            }

            var source = ReadFields(ref reader, empty);
            return source.Text is null && source.Problem is null ? Refuse(source, "The line has no field 'source'.") : source;
        }
        catch (JsonException exception)
        {
            return Refuse(empty, $"The line is not JSON: byte {exception.BytePositionInLine + 1} does not fit.");
        }
        catch (InvalidOperationException)
        {
            // What the reader throws for a text with half of a surrogate pair or with bytes that are not UTF-8.
            return Refuse(empty, "The line holds text that is not valid Unicode.");
        }
    }

    /// <summary>A line without a source that can be traced.</summary>
    /// <param name="source">What is known of it.</param>
    /// <param name="message">What is wrong.</param>
    /// <returns>The source with its problem.</returns>
    public static NetworkSource Refuse(NetworkSource source, string message) =>
        source with { Text = null, Problem = source.Problem ?? new Failure(FailureClass.Unreadable, message, Hint: Remedy) };

    private static NetworkSource ReadFields(ref Utf8JsonReader reader, NetworkSource source)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueTextEquals("source"u8) || reader.ValueTextEquals("input"u8) || reader.ValueTextEquals("classes"u8)
                || reader.ValueTextEquals("prm"u8) || reader.ValueTextEquals("network"u8) ? reader.GetString() : null;
            reader.Read();
            if (name is null || reader.TokenType == JsonTokenType.Null)
            {
                reader.Skip();
            }
            else
            {
                source = Set(source, name, JsonElement.ParseValue(ref reader));
            }
        }

        return reader.Read() ? Refuse(source, "The line has more behind its JSON object.") : source;
    }

    private static NetworkSource Set(NetworkSource source, string name, JsonElement value) => name switch
    {
        "source" when value.ValueKind == JsonValueKind.String => source with { Text = value.GetString() },
        "input" when InputShape.TryParse(value, out var input) => source with { Input = input },
        "classes" when value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var classes) && classes > 0 => source with { Classes = classes },
        "prm" when HyperParameterText.Of(value) is { } parameters => source with { HyperParameters = parameters },
        "network" when value.ValueKind == JsonValueKind.String => source with { ClassName = value.GetString() },
        "input" => Refuse(source, $"The field 'input' {InputShape.Remedy}"),
        "classes" => Refuse(source, "The field 'classes' is a whole number above 0."),
        "prm" => Refuse(source, "The field 'prm' is an object of numbers and texts."),
        _ => Refuse(source, $"The field '{name}' is a text."),
    };
}
