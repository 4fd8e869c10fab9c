using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>A text.</summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
/// <param name="longest">The most characters that it may have.</param>
internal sealed class TextField(string name, string summary, int longest) : ValueField<string>(name, summary)
{
    /// <summary>The form that it must have; null where any will do.</summary>
    public Regex? Form { get; init; }

    /// <summary>The form in words.</summary>
    public string? FormWords { get; init; }

    /// <inheritdoc/>
    public override string Type => "text";

    /// <inheritdoc/>
    public override string Range => string.Create(
        CultureInfo.InvariantCulture,
        $"{(FormWords is null ? string.Empty : FormWords + ", ")}at most {longest:N0} characters");

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = new JsonArray("string", "number"), ["maxLength"] = longest };
        if (Form is not null)
        {
            schema["pattern"] = Form.ToString();
        }

        return WithDefault(schema);
    }

    /// <inheritdoc/>
    protected override string Write(string value) => value;

    /// <inheritdoc/>
    protected override bool TryParse(YamlNode node, [MaybeNullWhen(false)] out string value)
    {
        value = (node as YamlText)?.Value;
        return value is not null && value.Length <= longest && (Form is null || Form.IsMatch(value));
    }
}
