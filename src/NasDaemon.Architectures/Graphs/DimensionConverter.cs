using System.Text.Json;
using System.Text.Json.Serialization;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Graphs;

/// <summary>Writes a fixed dimension as its number, any other as <c>[multiple of the batch, constant]</c>.</summary>
internal sealed class DimensionConverter : JsonConverter<Dimension>
{
    /// <inheritdoc/>
    public override Dimension Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.GetInt64();
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A dimension is a number or a pair of numbers.");
        }

        reader.Read();
        var multiple = reader.GetInt64();
        reader.Read();
        var constant = reader.GetInt64();
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray ? new Dimension(multiple, constant) : throw new JsonException("A dimension is a pair.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Dimension value, JsonSerializerOptions options)
    {
        if (value.IsFixed)
        {
            writer.WriteNumberValue(value.Constant);
            return;
        }

        writer.WriteStartArray();
        writer.WriteNumberValue(value.BatchMultiple);
        writer.WriteNumberValue(value.Constant);
        writer.WriteEndArray();
    }
}
