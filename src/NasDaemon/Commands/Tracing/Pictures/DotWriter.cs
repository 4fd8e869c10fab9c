using System.Text;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Reports.Networks;

namespace NasDaemon.Commands.Tracing.Pictures;

/// <summary>Draws a network for Graphviz: a box an operator, a frame a module that holds others, an arrow a tensor.</summary>
internal sealed class DotWriter
{
    private readonly Architecture _architecture;
    private readonly PictureLabels _labels;
    private readonly StringBuilder _text = new();

    private int _frames;

    private DotWriter(Architecture architecture) => (_architecture, _labels) = (architecture, new PictureLabels(architecture));

    /// <summary>Draws a network.</summary>
    /// <param name="outcome">The network with the applications of its modules.</param>
    /// <returns>A graph in the DOT language.</returns>
    public static string Write(TraceOutcome outcome) => new DotWriter(outcome.Architecture!).Write(PictureFrame.Of(outcome.ModuleCalls));

    private string Write(PictureFrame network)
    {
        var name = _architecture.ModuleTypes.GetValueOrDefault(string.Empty, "Net");
        _text.Append("digraph ").Append(Quote(name)).Append(" {\n");
        _text.Append("  graph [rankdir=TB, fontname=\"Helvetica\", labeljust=l, nodesep=0.25, ranksep=0.3, color=\"#9aa4b2\", fontcolor=\"#5b6470\", style=rounded];\n");
        _text.Append("  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontsize=11, color=\"#5b6470\", fillcolor=\"#f2f4f7\"];\n");
        _text.Append("  edge [color=\"#5b6470\", arrowsize=0.6];\n");
        for (var index = 0; index < _architecture.Inputs.Length; index++)
        {
            WriteBox("  ", $"input{index}", $"input\n{ShapeLabel.Of(_architecture.Inputs[index])}", "#ffffff");
        }

        WriteFrame(network, "  ");
        WriteBox("  ", "output", $"output\n{ShapeLabel.Of(_architecture.OutputType)}", "#ffffff");
        for (var index = 0; index < _architecture.Nodes.Length; index++)
        {
            foreach (var argument in _architecture.Nodes[index].Arguments)
            {
                WriteArrows(argument.Value, $"n{index}");
            }
        }

        WriteArrows(_architecture.Output, "output");
        return _text.Append("}\n").ToString();
    }

    private void WriteFrame(PictureFrame frame, string indent)
    {
        foreach (var part in frame.Parts)
        {
            if (part.Frame is { } inner)
            {
                _text.Append(indent).Append("subgraph ").Append(Quote($"cluster_{_frames++}")).Append(" {\n");
                _text.Append(indent).Append("  label=").Append(Quote(_labels.OfModule(inner.Path))).Append(";\n");
                WriteFrame(inner, indent + "  ");
                _text.Append(indent).Append("}\n");
            }
            else
            {
                var node = _architecture.Nodes[part.Node];
                WriteBox(indent, $"n{part.Node}", _labels.OfNode(node, frame.Path), PictureColours.Of(node.Operator));
            }
        }
    }

    private void WriteBox(string indent, string name, string label, string colour) =>
        _text.Append(indent).Append(name).Append(" [label=").Append(Quote(label)).Append(", fillcolor=\"").Append(colour).Append("\"];\n");

    private void WriteArrows(GraphArgument argument, string target)
    {
        switch (argument)
        {
            case ValueArgument value:
                _text.Append("  n").Append(value.Node).Append(" -> ").Append(target).Append(";\n");
                break;
            case InputArgument input:
                _text.Append("  input").Append(input.Index).Append(" -> ").Append(target).Append(";\n");
                break;
            case ListArgument list:
                foreach (var item in list.Items)
                {
                    WriteArrows(item, target);
                }

                break;
        }
    }

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
