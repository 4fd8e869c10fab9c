using System.Globalization;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Testing;

namespace NasDaemon.Search.Evolution.Tests.Benchmark;

/// <summary>The accuracies of all 15,625 cells of NAS-Bench-201 on CIFAR-10 after 200 epochs, as published.</summary>
internal sealed class CellTable
{
    private readonly Dictionary<string, CellResult> _results;

    public CellTable()
    {
        var lines = File.ReadLines(SharedData.Find("nasbench", "nas-bench-201.csv")!);
        var header = lines.First().Split(',');
        var (cell, validation, test) = (Array.IndexOf(header, "arch"), Array.IndexOf(header, "val200_c10"), Array.IndexOf(header, "test200_c10"));
        _results = lines.Skip(1).Select(line => line.Split(',')).ToDictionary(
            fields => fields[cell],
            fields => new CellResult(Number(fields[validation]), Number(fields[test])));
    }

    public int Count => _results.Count;

    public CellResult this[AnswerList answers] => _results[Notation(answers)];

    private static string Notation(AnswerList answers)
    {
        var edges = answers.Answers.Select(answer => (Nodes: answer.Name["cell/edge ".Length..].Split('→'), answer.Text));
        return string.Join('+', edges.GroupBy(edge => edge.Nodes[1]).Select(node =>
            $"|{string.Join('|', node.Select(edge => $"{edge.Text}~{edge.Nodes[0]}"))}|"));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A cell's accuracies in percent.</summary>
internal sealed record CellResult(double Validation, double Test);
