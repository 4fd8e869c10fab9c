using System.Text.Json;

namespace NasDaemon.Datasets.Vision.Fetching;

/// <summary>Reads <c>{"data": [[784 grey values], …]}</c>; empty rows are passed over.</summary>
internal static class JsonPictures
{
    /// <summary>Width and height of a picture.</summary>
    public const int Side = 28;

    /// <summary>Bytes of a picture.</summary>
    public const int Bytes = Side * Side;

    /// <summary>Reads the pictures.</summary>
    /// <param name="json">The text.</param>
    /// <param name="count">How many pictures it must have.</param>
    /// <returns>The pictures one behind another.</returns>
    /// <exception cref="InvalidDataException">The text is anything else.</exception>
    public static byte[] Read(ReadOnlySpan<byte> json, int count)
    {
        var pictures = new byte[count * Bytes];
        var position = 0;
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.Number)
                {
                    pictures[position] = position < pictures.Length ? reader.GetByte() : throw Wrong(count);
                    position++;
                }
                else if (reader.TokenType == JsonTokenType.EndArray && position % Bytes != 0)
                {
                    throw Wrong(count);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"The pictures are not the JSON that they should be: {exception.Message}", exception);
        }

        return position == pictures.Length ? pictures : throw Wrong(count);
    }

    private static InvalidDataException Wrong(int count) => new($"The JSON does not hold {count} pictures of {Side} × {Side} bytes.");
}
