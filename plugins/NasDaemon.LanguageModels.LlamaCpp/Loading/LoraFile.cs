using System.Globalization;

namespace NasDaemon.LanguageModels.LlamaCpp.Loading;

/// <summary>A low-rank adapter.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Scale">How strongly it counts.</param>
internal sealed record LoraFile(string Path, float Scale)
{
    /// <summary>Reads a list as the option <c>lora</c> has it.</summary>
    /// <param name="text">The list.</param>
    /// <param name="folder">From where relative paths start.</param>
    /// <exception cref="Abstractions.LanguageModels.LanguageModelException">It cannot be read, or a file is absent.</exception>
    public static IReadOnlyList<LoraFile> Parse(string text, string folder) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(item => ParseOne(item, folder))];

    private static LoraFile ParseOne(string text, string folder)
    {
        var equals = text.LastIndexOf('=');
        var scale = 1f;
        if (equals == 0 || (equals > 0 && !float.TryParse(text[(equals + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out scale)) || !float.IsFinite(scale))
        {
            throw Refusal.Of($"The adapter '{text}' cannot be read.", "Write file=scale, several with commas between them: style.gguf=1.0, task.gguf=0.5.");
        }

        var path = System.IO.Path.Combine(folder, equals > 0 ? text[..equals].Trim() : text);
        return File.Exists(path)
            ? new LoraFile(path, scale)
            : throw Refusal.Of($"The adapter {path} is not there.", "Check the option lora; relative paths start from the model folder.");
    }
}
