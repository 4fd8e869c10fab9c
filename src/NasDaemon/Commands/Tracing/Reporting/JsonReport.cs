using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NasDaemon.Commands.Tracing.Reporting;

/// <summary>One JSON object a line and source, each written out before the next source is looked at.</summary>
/// <param name="output">Where to; JSON is UTF-8 whatever the console's encoding is.</param>
internal sealed class JsonReport(Stream output) : ITraceReport
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> _line = new();

    /// <inheritdoc/>
    public void Add(TraceOutcome outcome)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, Options))
        {
            new OutcomeJson(json).Write(outcome);
        }

        _line.Write("\n"u8);
        output.Write(_line.WrittenSpan);
        output.Flush();
    }

    /// <inheritdoc/>
    public void Finish() => output.Flush();
}
