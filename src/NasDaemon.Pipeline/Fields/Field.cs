using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Pipeline.Yaml;

namespace NasDaemon.Pipeline.Fields;

/// <summary>
/// One key of a YAML file: name, type, range, default and meaning in one place. Reading, the JSON schema and the tables of
/// the documentation all come from here.
/// </summary>
/// <param name="name">The key.</param>
/// <param name="summary">What it means: one or two sentences.</param>
internal abstract class Field(string name, string summary)
{
    /// <summary>The key.</summary>
    public string Name { get; } = name;

    /// <summary>What it means.</summary>
    public string Summary { get; } = summary;

    /// <summary>The unit of its value; empty where it has none.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The values of the section's selector with which it may be given; empty with all.</summary>
    public ImmutableArray<string> OnlyFor { get; init; } = [];

    /// <summary>What the default is, in words, where the value alone would not tell.</summary>
    public string? DefaultWords { get; init; }

    /// <summary>The type in words: <c>whole number</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The legal values in words; empty where all of the type are.</summary>
    public abstract string Range { get; }

    /// <summary>The default as it would be written; null where there is none.</summary>
    public abstract string? Default { get; }

    /// <summary>What the value must be, as the end of "Write …".</summary>
    public virtual string Expectation => Range.Length == 0 ? $"a {Type}" : $"a {Type}, {Range}";

    /// <summary>Its JSON schema without the description.</summary>
    /// <returns>The schema.</returns>
    public abstract JsonObject Schema();

    /// <summary>Reads a value that is not empty.</summary>
    /// <param name="node">The value.</param>
    /// <param name="reading">Takes the value, or what is wrong with it.</param>
    public abstract void Read(YamlNode node, FieldReading reading);

    /// <summary>Reports that a value does not fit.</summary>
    /// <param name="node">The value.</param>
    /// <param name="reading">Takes the problem.</param>
    protected void Refuse(YamlNode node, FieldReading reading) =>
        reading.Report(node.Position, $"{(Name.Length == 0 ? "The file" : $"'{Name}'")} cannot be {node.Shown}.", Remedy(node));

    /// <summary>What would be right in place of a value that does not fit.</summary>
    /// <param name="node">The value.</param>
    /// <returns>One sentence.</returns>
    protected virtual string Remedy(YamlNode node) => $"Write {Expectation}.";
}
