using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NasDaemon.Pipeline.Yaml;

/// <summary>Turns YAML events into nodes with places. What tasks never need and attackers do — aliases, tags, depth — is refused.</summary>
internal sealed class YamlParser
{
    private const int DeepestNesting = 12;
    private const int MostNodes = 5_000;
    private const int MostProblems = 50;

    private readonly string _text;
    private readonly Parser _events;
    private readonly ImmutableArray<YamlProblem>.Builder _problems = ImmutableArray.CreateBuilder<YamlProblem>();
    private int _nodes;

    /// <summary>Begins to read a text.</summary>
    /// <param name="text">The text.</param>
    public YamlParser(string text) => (_text, _events) = (text, new Parser(new StringReader(text)));

    /// <summary>Reads the document.</summary>
    /// <returns>The document, or what is wrong.</returns>
    public YamlDocument Parse()
    {
        try
        {
            _events.Consume<StreamStart>();
            if (_events.Accept<StreamEnd>(out _))
            {
                return new YamlDocument(new YamlText(string.Empty, IsPlain: true, TextPosition.Start), []);
            }

            _events.Consume<DocumentStart>();
            var root = ReadNode(0);
            _events.Consume<DocumentEnd>();
            if (_events.Accept<DocumentStart>(out var second))
            {
                Report(At(second.Start), "A second document begins here.", "Put each task into a file of its own.");
            }

            return new YamlDocument(root, _problems.ToImmutable());
        }
        catch (YamlException exception)
        {
            ReportBroken(exception);
            return new YamlDocument(null, _problems.ToImmutable());
        }
        catch (LimitException)
        {
            return new YamlDocument(null, _problems.ToImmutable());
        }
    }

    private static TextPosition At(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private static string Sentence(YamlException exception)
    {
        var text = (exception.InnerException ?? exception).Message.TrimEnd('.', ' ');
        return char.ToLowerInvariant(text[0]) + text[1..] + ".";
    }

    private void ReportBroken(YamlException exception)
    {
        var lines = _text.Split('\n');
        var tab = Array.FindIndex(lines, line => line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t'));
        if (tab >= 0)
        {
            Report(new TextPosition(tab + 1, lines[tab].IndexOf('\t', StringComparison.Ordinal) + 1), "The line is indented with a tab.", "Indent with spaces.");
        }
        else
        {
            Report(At(exception.Start), $"This is not YAML: {Sentence(exception)}", "Check indentation, colons and quotes on this line and the one before.");
        }
    }

    private YamlNode ReadNode(int depth)
    {
        var start = _events.Current?.Start ?? Mark.Empty;
        if (++_nodes > MostNodes)
        {
            throw Exceeded(start, string.Create(CultureInfo.InvariantCulture, $"The file has more than {MostNodes} values."), "Keep what a task says short.");
        }

        if (depth > DeepestNesting)
        {
            throw Exceeded(start, string.Create(CultureInfo.InvariantCulture, $"The nesting is deeper than {DeepestNesting} levels."), "No field needs that.");
        }

        if (_events.TryConsume<AnchorAlias>(out var alias))
        {
            Report(At(alias.Start), $"The alias '*{alias.Value}' is not allowed.", "Write the value itself.");
            return new YamlText(string.Empty, IsPlain: true, At(alias.Start));
        }

        if (_events.Current is NodeEvent node)
        {
            RefuseDecoration(node);
        }

        return _events.TryConsume<Scalar>(out var scalar) ? new YamlText(scalar.Value, scalar.Style == ScalarStyle.Plain, At(scalar.Start))
            : _events.TryConsume<SequenceStart>(out var list) ? ReadList(list, depth)
            : ReadMap(_events.Consume<MappingStart>(), depth);
    }

    private YamlList ReadList(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_events.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new YamlList(items.ToImmutable(), At(start.Start));
    }

    private YamlMap ReadMap(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var first = new Dictionary<string, TextPosition>(StringComparer.Ordinal);
        while (!_events.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not YamlText text)
            {
                Report(key.Position, $"A key cannot be {key.Shown}.", "Write a name.");
            }
            else if (!first.TryAdd(text.Value, text.Position))
            {
                var line = first[text.Value].Line.ToString(CultureInfo.InvariantCulture);
                Report(text.Position, $"The key '{text.Value}' stands on line {line} already.", "Keep one of the two.");
            }
            else
            {
                entries.Add(new YamlEntry(text.Value, text.Position, value));
            }
        }

        return new YamlMap(entries.ToImmutable(), At(start.Start));
    }

    private void RefuseDecoration(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            Report(At(node.Start), $"The anchor '&{node.Anchor.Value}' is not allowed.", "Remove it; write values where they are needed.");
        }

        if (!node.Tag.IsEmpty)
        {
            Report(At(node.Start), $"The tag '{(node.Tag.IsNonSpecific ? "!" : node.Tag.Value)}' is not allowed.", "Remove it; the field says which type it has.");
        }
    }

    private void Report(TextPosition position, string message, string remedy)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new YamlProblem(position.Line, position.Column, message, remedy));
        }
    }

    private LimitException Exceeded(Mark position, string message, string remedy)
    {
        Report(At(position), message, remedy);
        return new LimitException();
    }

    // Leaves the recursion at once; it never crosses Parse.
    private sealed class LimitException : Exception;
}
