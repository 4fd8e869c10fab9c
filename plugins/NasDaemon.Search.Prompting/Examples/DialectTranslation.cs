using System.Globalization;
using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Spaces;
using NasDaemon.Search.Prompting.Python;

namespace NasDaemon.Search.Prompting.Examples;

/// <summary>
/// Writes a network of one dialect in the other, for one task: the shapes become numbers, or the constructor takes arguments that it
/// does not need. What comes out is read again before anyone is shown it.
/// </summary>
/// <param name="shape">What the task's networks read and return.</param>
internal sealed partial class DialectTranslation(NetworkShape shape)
{
    private const string Dropout = "0.2";
    private const int Batch = 64;

    /// <summary>Writes a source in a dialect.</summary>
    /// <param name="source">The source.</param>
    /// <param name="dialect">The dialect.</param>
    /// <returns>The source in that dialect; itself where it is written so already.</returns>
    public string Translate(string source, Dialect dialect) => (dialect, LemurHead().IsMatch(source)) switch
    {
        (Dialect.Plain, true) => ToPlain(source),
        (Dialect.Lemur, false) => ToLemur(source),
        _ => source,
    };

    private static string ToLemur(string source)
    {
        var translated = PlainHead().Replace(source, "${before}def __init__(self, in_shape, out_shape, prm, device):", 1);
        return $"{translated.TrimEnd()}\n\n\ndef supported_hyperparameters():\n    return {{'lr', 'momentum'}}\n";
    }

    private string ToPlain(string source)
    {
        var shorter = FunctionRemover.Remove(source, [.. FunctionRemover.Training, "supported_hyperparameters"]);
        var text = InputSize().Replace(shorter, match => Size(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
        text = OutputSize().Replace(text, shape.Outputs.ToString(CultureInfo.InvariantCulture));
        text = DropoutRate().Replace(text, Dropout);
        text = KeptDevice().Replace(text, string.Empty);
        text = LemurHead().Replace(text, "${before}def __init__(self):", 1);
        return PlainConstructor().Replace(text, match => match.Value + Definitions(text, match.Groups["indent"].Value), 1);
    }

    private string Size(int index) => (index == 0 ? Batch : index <= shape.Input.Length ? shape.Input[index - 1] : 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>What the constructor was given, for the names that its body still uses.</summary>
    private string Definitions(string text, string indent)
    {
        (string Name, string Value)[] names =
        [
            ("in_shape", $"({Batch}, {string.Join(", ", shape.Input)})"),
            ("out_shape", $"({shape.Outputs},)"),
            ("prm", "{'lr': 0.01, 'momentum': 0.9, 'dropout': 0.2}"),
            ("device", "torch.device('cpu')"),
        ];
        return string.Concat(names
            .Where(name => Regex.IsMatch(text, $@"\b{name.Name}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            .Select(name => $"{indent}{name.Name} = {name.Value}\n"));
    }

    [GeneratedRegex(@"(?<before>class Net\(.*?)def __init__\(\s*self\s*,\s*in_shape\b[^)]*\)[^:\n]*:", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LemurHead();

    [GeneratedRegex(@"(?<before>class Net\(.*?)def __init__\(\s*self\s*\)[^:\n]*:", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlainHead();

    [GeneratedRegex(@"class Net\(.*?def __init__\(self\):\n(?<indent>[ \t]+)super\([^)]*\)\.__init__\(\)\n", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlainConstructor();

    [GeneratedRegex(@"\bin_shape\[(\d)\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InputSize();

    [GeneratedRegex(@"\bout_shape\[0\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OutputSize();

    [GeneratedRegex(@"\bprm\[['""]dropout['""]\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DropoutRate();

    [GeneratedRegex(@"^[ \t]*self\.device = device\n", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KeptDevice();
}
