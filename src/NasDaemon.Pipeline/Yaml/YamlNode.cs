using System.Collections.Immutable;

namespace NasDaemon.Pipeline.Yaml;

/// <summary>A piece of a YAML document with its place.</summary>
/// <param name="Position">Where it begins.</param>
internal abstract record YamlNode(TextPosition Position)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Shown { get; }
}

/// <summary>A scalar.</summary>
/// <param name="Value">Its text.</param>
/// <param name="IsPlain">Whether it stands without quotes, so that it may be a number or a truth value.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record YamlText(string Value, bool IsPlain, TextPosition Position) : YamlNode(Position)
{
    private const int LongestShown = 60;

    /// <summary>Whether nothing was written.</summary>
    public bool IsNothing => IsPlain && Value is "" or "~" or "null";

    /// <inheritdoc/>
    public override string Shown => IsNothing ? "empty" : $"'{(Value.Length > LongestShown ? Value[..LongestShown] + "…" : Value)}'";
}

/// <summary>A sequence.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record YamlList(ImmutableArray<YamlNode> Items, TextPosition Position) : YamlNode(Position)
{
    /// <inheritdoc/>
    public override string Shown => "a list";
}

/// <summary>A mapping whose keys are texts, each once.</summary>
/// <param name="Entries">Its entries in order.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record YamlMap(ImmutableArray<YamlEntry> Entries, TextPosition Position) : YamlNode(Position)
{
    /// <inheritdoc/>
    public override string Shown => "a mapping";
}

/// <summary>An entry of a mapping.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Position">Where the key begins.</param>
/// <param name="Value">Its value.</param>
internal sealed record YamlEntry(string Key, TextPosition Position, YamlNode Value);
