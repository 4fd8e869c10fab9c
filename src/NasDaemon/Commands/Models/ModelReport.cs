using System.Globalization;
using NasDaemon.Abstractions.LanguageModels;

namespace NasDaemon.Commands.Models;

/// <summary>Writes what was found out about a language model.</summary>
internal static class ModelReport
{
    /// <summary>Writes what it is.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="info">What it is.</param>
    /// <param name="load">How long it took to load.</param>
    public static void WriteInfo(TextWriter output, LanguageModelInfo info, TimeSpan load)
    {
        Write(output, "name", info.Name);
        Write(output, "model", info.Model);
        Write(output, "library", info.Library);
        Write(output, "device", info.Device);
        Write(output, "load time", $"{Seconds(load)} s");
        Write(output, "context", $"{info.ContextLength.ToString("N0", CultureInfo.InvariantCulture)} tokens");
        Write(output, "template", info.Template);
        Write(output, "token counts", info.CountsExactly ? "exact" : "estimated");
        foreach (var note in info.Notes)
        {
            Write(output, "note", note);
        }
    }

    /// <summary>Writes how fast it answered.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="what">What was measured.</param>
    /// <param name="speed">How fast.</param>
    public static void WriteSpeed(TextWriter output, string what, ModelSpeed speed)
    {
        var prompt = speed.Prompt > 0 ? $"prompt {speed.Prompt} tokens at {Rate(speed.Prompt, speed.PromptTime)}, " : string.Empty;
        Write(output, what, $"{prompt}{speed.Generated} tokens written at {Rate(speed.Generated, speed.GenerationTime)}, {Seconds(speed.Whole)} s in all");
    }

    /// <summary>Writes what reading the same prompt twice cost.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="reuse">What it cost.</param>
    public static void WriteReuse(TextWriter output, PrefixReuse reuse) => Write(
        output,
        "the same prompt again",
        $"{reuse.Again.Reused} of {reuse.Again.Prompt} tokens were not read again: {Milliseconds(reuse.Again.PromptTime)} ms in place of {Milliseconds(reuse.First.PromptTime)} ms");

    private static void Write(TextWriter output, string name, string value) => output.WriteLine($"{name,-22}{value}");

    private static string Rate(int tokens, TimeSpan duration) => duration > TimeSpan.Zero
        ? string.Create(CultureInfo.InvariantCulture, $"{tokens / duration.TotalSeconds:0.0} a second")
        : "a speed that was not measured";

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan duration) => duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
