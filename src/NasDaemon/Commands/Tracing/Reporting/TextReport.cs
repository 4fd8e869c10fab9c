using NasDaemon.Commands.Tracing.Layers;

namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>For people: one source in full.</summary>
/// <param name="output">Where to.</param>
/// <param name="error">Where to say what could not be written.</param>
/// <param name="deepest">How deep the table looks into modules.</param>
internal sealed class TextReport(TextWriter output, TextWriter error, int deepest) : ITraceReport
{
    /// <inheritdoc/>
    public void Add(TraceOutcome outcome)
    {
        if (outcome.IsAccepted)
        {
            LayerTable.Write(output, LayerTree.Rows(outcome.Architecture, outcome.ModuleCalls, deepest));
            NetworkFigures.Write(output, outcome);
            FileText.Write(output, error, outcome);
        }
        else
        {
            FailureText.Write(output, outcome.Source, outcome.Failure);
        }
    }

    /// <inheritdoc/>
    public void Finish() => output.Flush();
}
