using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NasDaemon.Pipeline.Fields;

/// <summary>Writes a table of fields as a JSON schema that editors understand.</summary>
internal static class FieldSchema
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the schema.</summary>
    /// <param name="file">The whole file.</param>
    /// <returns>JSON.</returns>
    public static string Write(SectionField file)
    {
        var schema = Head(file);
        foreach (var (key, value) in file.Schema().ToList())
        {
            schema[key] = value?.DeepClone();
        }

        return Text(schema);
    }

    /// <summary>Writes the schema of files of two kinds; what the second shares with the first stands once.</summary>
    /// <param name="name">What the first kind is called in references to its keys.</param>
    /// <param name="file">A file of the first kind.</param>
    /// <param name="selector">The key that tells the kinds apart.</param>
    /// <param name="otherName">The value of that key for the second kind.</param>
    /// <param name="other">A file of the second kind.</param>
    /// <returns>JSON.</returns>
    public static string Write(string name, SectionField file, Field selector, string otherName, SectionField other)
    {
        var second = other.Schema();
        foreach (var shared in file.Fields.Intersect(other.Fields))
        {
            second["properties"]![shared.Name] = new JsonObject { ["$ref"] = $"#/definitions/{name}/properties/{shared.Name}" };
        }

        var schema = Head(file);
        schema["type"] = "object";
        schema["if"] = new JsonObject
        {
            ["properties"] = new JsonObject { [selector.Name] = new JsonObject { ["const"] = otherName } },
            ["required"] = new JsonArray(selector.Name),
        };
        schema["then"] = new JsonObject { ["$ref"] = $"#/definitions/{otherName}" };
        schema["else"] = new JsonObject { ["$ref"] = $"#/definitions/{name}" };
        schema["definitions"] = new JsonObject { [name] = file.Schema(), [otherName] = second };
        return Text(schema);
    }

    private static JsonObject Head(SectionField file) => new() { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = file.Summary };

    private static string Text(JsonObject schema) => schema.ToJsonString(Format) + "\n";
}
