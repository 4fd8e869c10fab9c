using System.Globalization;
using System.Text.RegularExpressions;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>What the name of a GGUF file says.</summary>
/// <param name="Model">The name of the model: that of the file without its ending.</param>
/// <param name="Part">Which part of the model the file is, from 1.</param>
/// <param name="Parts">How many parts the model has.</param>
public sealed partial record GgufName(string Model, int Part, int Parts)
{
    /// <summary>How such files end.</summary>
    public const string Ending = ".gguf";

    /// <summary>Reads the name of a file.</summary>
    /// <param name="file">The file's name without its folder.</param>
    /// <returns>What it says; null where it is not that of a GGUF file.</returns>
    public static GgufName? Parse(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || file.StartsWith('.') || file.Length == Ending.Length)
        {
            return null;
        }

        var name = file[..^Ending.Length];
        return Split().Match(name) is { Success: true } split
            && int.Parse(split.Groups["part"].Value, CultureInfo.InvariantCulture) is >= 1 and var part
            && int.Parse(split.Groups["parts"].Value, CultureInfo.InvariantCulture) is var parts
            && part <= parts
            ? new GgufName(split.Groups["model"].Value, part, parts)
            : new GgufName(name, 1, 1);
    }

    /// <summary>The name of the file of a part.</summary>
    /// <param name="part">The part, from 1.</param>
    /// <returns>The file's name.</returns>
    public string File(int part) => Parts == 1
        ? Model + Ending
        : string.Create(CultureInfo.InvariantCulture, $"{Model}-{part:00000}-of-{Parts:00000}{Ending}");

    [GeneratedRegex(@"^(?<model>.+)-(?<part>[0-9]{5})-of-(?<parts>[0-9]{5})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Split();
}
