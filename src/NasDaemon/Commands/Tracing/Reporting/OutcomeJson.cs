using System.Text.Json;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>An outcome as a JSON object. Every object has every field; docs/trace.md tells what they mean.</summary>
/// <param name="json">Where to.</param>
internal sealed class OutcomeJson(Utf8JsonWriter json)
{
    // Shapes are told at the batch size at which PyTorch's own messages tell them.
    private const int Batch = 2;

    /// <summary>Writes an outcome.</summary>
    /// <param name="outcome">What became of a source.</param>
    public void Write(TraceOutcome outcome)
    {
        json.WriteStartObject();
        WriteSource(outcome);
        WriteFailure(outcome.Failure);
        WriteNetwork(outcome.Architecture);
        WriteIdentity(outcome);
        WriteFiles(outcome);
        json.WriteEndObject();
    }

    private void WriteSource(TraceOutcome outcome)
    {
        if (outcome.Source.LineNumber is { } line)
        {
            json.WriteNumber("file", line);
            json.WriteString("list", outcome.Source.File);
        }
        else
        {
            json.WriteString("file", outcome.Source.File);
        }

        json.WriteString("verdict", outcome.IsAccepted ? "accepted" : "refused");
    }

    private void WriteFailure(Failure? failure)
    {
        WriteText("class", failure is null ? null : FailureNames.Of(failure.Class));
        WriteNumber("line", failure?.Line);
        WriteNumber("column", failure?.Column);
        WriteText("message", failure?.Message);
        WriteText("hint", failure?.Hint);
        WriteText("module_path", failure?.ModulePath);
    }

    private void WriteNetwork(Architecture? network)
    {
        json.WritePropertyName("output");
        WriteShape(network?.OutputType.At(Batch));
        WriteNumber("parameters", network?.ParameterCount);
        WriteNumber("flops", network?.Flops);
        if (network is null)
        {
            json.WriteNull("state");
            return;
        }

        json.WriteStartObject("state");
        foreach (var entry in network.State.Where(entry => entry.IsPersistent))
        {
            json.WritePropertyName(entry.Name);
            WriteShape(entry.Shape);
        }

        json.WriteEndObject();
    }

    private void WriteIdentity(TraceOutcome outcome)
    {
        json.WriteStartObject("fingerprints");
        WriteText("source", outcome.SourceFingerprint);
        WriteText("graph", outcome.GraphFingerprint);
        json.WriteEndObject();
        json.WritePropertyName("input");
        WriteShape(outcome.Request.Shape.Input.Select(size => (long)size));
        WriteText("pytorch", outcome.MinimumVersion);
        WriteText("dialect", outcome.Dialect?.ToString().ToLowerInvariant());
        json.WritePropertyName("recipe");
        RecipeJson.Write(json, outcome.Recipe);
        json.WriteNumber("milliseconds", Math.Round(outcome.Milliseconds, 3));
    }

    private void WriteFiles(TraceOutcome outcome)
    {
        if (outcome.Files.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("files");
        foreach (var file in outcome.Files)
        {
            WriteText(file.Kind, file.Path);
        }

        json.WriteEndObject();
        WriteText("problem", outcome.Files.Select(file => file.Failure?.Message).FirstOrDefault(message => message is not null));
    }

    private void WriteText(string name, string? value) => json.WriteString(name, value);

    private void WriteNumber(string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private void WriteShape(IEnumerable<long>? sizes)
    {
        if (sizes is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var size in sizes)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
    }
}
