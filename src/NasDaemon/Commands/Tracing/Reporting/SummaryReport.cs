using System.Globalization;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Reports.Networks;

namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>For people: a line a source, and the totals.</summary>
/// <param name="output">Where to.</param>
/// <param name="error">Where to say what could not be written.</param>
internal sealed class SummaryReport(TextWriter output, TextWriter error) : ITraceReport
{
    private readonly SortedDictionary<FailureClass, int> _refused = [];
    private readonly HashSet<string> _networks = new(StringComparer.Ordinal);
    private int _accepted;

    /// <inheritdoc/>
    public void Add(TraceOutcome outcome)
    {
        if (outcome.IsAccepted)
        {
            _accepted++;
            _networks.Add(outcome.GraphFingerprint!);
            var network = outcome.Architecture;
            output.WriteLine(
                $"{outcome.Source.Place}: accepted: {FigureText.Count(network.ParameterCount)} parameters, {FigureText.Count(network.Flops)} FLOPs, output {ShapeLabel.Of(network.OutputType)}");
        }
        else
        {
            _refused[outcome.Failure.Class] = _refused.GetValueOrDefault(outcome.Failure.Class) + 1;
            output.WriteLine(FailureText.Line(outcome.Source, outcome.Failure));
        }

        FileText.Write(output, error, outcome);
    }

    /// <inheritdoc/>
    public void Finish()
    {
        var refused = _refused.Values.Sum();
        output.WriteLine();
        output.WriteLine($"{FigureText.Count(_accepted + refused)} sources: {FigureText.Count(_accepted)} accepted, {FigureText.Count(refused)} refused.");
        foreach (var (failure, count) in _refused.OrderByDescending(pair => pair.Value))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,6:N0}  {FailureNames.Of(failure)}"));
        }

        if (_accepted > 0)
        {
            output.WriteLine($"Different networks among the accepted: {FigureText.Count(_networks.Count)}.");
        }

        output.Flush();
    }
}
