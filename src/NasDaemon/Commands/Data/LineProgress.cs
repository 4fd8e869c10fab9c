namespace NasDaemon.Commands.Data;

/// <summary>Writes what happens, a line each, in order.</summary>
/// <param name="output">Where to.</param>
internal sealed class LineProgress(TextWriter output) : IProgress<string>
{
    /// <inheritdoc/>
    public void Report(string value) => output.WriteLine(value);
}
