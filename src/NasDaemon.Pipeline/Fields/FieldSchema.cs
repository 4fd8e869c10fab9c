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
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = file.Summary };
        foreach (var (key, value) in file.Schema().ToList())
        {
            schema[key] = value?.DeepClone();
        }

        return schema.ToJsonString(Format) + "\n";
    }
}
