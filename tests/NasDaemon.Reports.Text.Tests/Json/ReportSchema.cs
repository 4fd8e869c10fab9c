using System.Collections.Immutable;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using NasDaemon.Reports.Text.Json;
using NasDaemon.Reports.Text.Json.Experiments;

namespace NasDaemon.Reports.Text.Tests.Json;

/// <summary>Writes the JSON Schema of <c>report.json</c> from the documents that it is written from.</summary>
internal static class ReportSchema
{
    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

    private static readonly JsonSerializerOptions Format = new(JsonReportWriter.Format) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole file.</summary>
    public static string Write()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "NasDaemon report",
            ["description"] = "The report of a task or an experiment (report.json). New fields may come at any time; versions.report grows when one goes away or changes its meaning.",
            ["type"] = "object",
            ["if"] = new JsonObject { ["required"] = new JsonArray("experiment") },
            ["then"] = new JsonObject { ["$ref"] = "#/$defs/experiment" },
            ["else"] = new JsonObject { ["$ref"] = "#/$defs/task" },
            ["$defs"] = new JsonObject
            {
                ["task"] = Of<ReportDocument>("#/$defs/task", "The report of a task."),
                ["experiment"] = Of<ExperimentDocument>("#/$defs/experiment", "The report of an experiment."),
            },
        };
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Of<T>(string place, string description)
    {
        var schema = Format.GetJsonSchemaAsNode(typeof(T), Options).AsObject();
        Move(schema, place);
        schema.Insert(0, "description", description);
        return schema;
    }

    // Types that occur twice refer to where they stood first, counted from the root of their own schema.
    private static void Move(JsonNode? node, string place)
    {
        switch (node)
        {
            case JsonObject entries:
                if (entries["$ref"] is JsonValue target && target.GetValue<string>() is ['#', ..] path)
                {
                    entries["$ref"] = place + path[1..];
                }

                foreach (var (_, value) in entries.ToList())
                {
                    Move(value, place);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Move(item, place);
                }

                break;
        }
    }

    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        var complete = Corrected(context, schema);
        if (complete is JsonObject described
            && context.PropertyInfo is { AttributeProvider: MemberInfo { DeclaringType: { } type } member }
            && XmlDescriptions.Of(type, member.Name) is { } description)
        {
            described.Insert(0, "description", description);
        }

        return complete;
    }

    private static JsonNode Corrected(JsonSchemaExporterContext context, JsonNode schema)
    {
        // A number that is not finite is written as null, by a converter that the exporter cannot look into.
        if ((Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type) == typeof(double))
        {
            return Number();
        }

        // For the same reason it leaves the items of a list of numbers open.
        if (context.TypeInfo.Type == typeof(ImmutableArray<double>))
        {
            schema["items"] = Number();
        }

        // Every field is always written.
        if (schema is JsonObject { } fields && fields["properties"] is JsonObject properties)
        {
            fields["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]);
        }

        return schema;
    }

    private static JsonObject Number() => new() { ["type"] = new JsonArray("number", "null") };
}
