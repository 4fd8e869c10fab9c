using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>A key with one value of a known type.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="name">The key.</param>
/// <param name="summary">What it means.</param>
internal abstract class ValueField<T>(string name, string summary) : Field(name, summary)
    where T : notnull
{
    private T? _default;

    /// <summary>The value where none is given. A field may go without.</summary>
    public T DefaultValue
    {
        get => HasDefault ? _default! : throw new InvalidOperationException($"The field '{Name}' has no default.");
        init => (_default, HasDefault) = (value, true);
    }

    /// <summary>Whether there is a value where none is given.</summary>
    public bool HasDefault { get; private init; }

    /// <inheritdoc/>
    public sealed override string? Default => HasDefault ? Write(_default!) : null;

    /// <inheritdoc/>
    public sealed override void Read(YamlNode node, FieldReading reading)
    {
        if (TryParse(node, out var value))
        {
            reading.Set(this, value, node.Position);
        }
        else
        {
            Refuse(node, reading);
        }
    }

    /// <summary>The value in the form that JSON schemas use for defaults.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value as JSON.</returns>
    public virtual JsonNode ToJson(T value) => JsonValue.Create(Write(value));

    /// <summary>The value as it would be written in YAML.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    protected abstract string Write(T value);

    /// <summary>Reads a value.</summary>
    /// <param name="node">The node.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is legal.</returns>
    protected abstract bool TryParse(YamlNode node, [MaybeNullWhen(false)] out T value);

    /// <summary>Adds the default to a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>The same schema.</returns>
    protected JsonObject WithDefault(JsonObject schema)
    {
        if (HasDefault && DefaultWords is null)
        {
            schema["default"] = ToJson(_default!);
        }

        return schema;
    }
}
