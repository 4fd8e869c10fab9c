using NasDaemon.Abstractions.Serialisation;
using NasDaemon.Pipeline.Workers.Protocol;

namespace NasDaemon.Pipeline.Workers.Serving;

/// <summary>The worker's mouth: one line a message, sent at once.</summary>
internal sealed class MessageWriter(TextWriter output)
{
    public void Write(WorkerMessage message)
    {
        output.Write(RecordJson.Write(message) + "\n");
        output.Flush();
    }
}
