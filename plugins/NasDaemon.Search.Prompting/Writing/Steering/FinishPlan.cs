using System.Text.RegularExpressions;
using NasDaemon.Abstractions.Sources;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>How a network that is not whole is gone on with, or brought to its end.</summary>
/// <param name="Kept">The sound beginning that stays.</param>
/// <param name="Added">What is put behind it, for the model to go on from.</param>
/// <param name="IsWhole">Whether nothing is left for the model to write.</param>
internal sealed partial record FinishPlan(string Kept, string Added, bool IsWhole)
{
    private const int MostLinesBack = 80;
    private const string Indentation = "    ";

    /// <summary>Makes a plan.</summary>
    /// <param name="sources">Reads beginnings.</param>
    /// <param name="code">The source as far as it was written.</param>
    /// <param name="mends">Whether a failure that can be mended counts as none.</param>
    /// <param name="closes">Whether a <c>forward</c> that has begun ends here, by what the last linear layer makes of what it has reached.</param>
    /// <returns>The plan; null where the network is whole, or has not begun.</returns>
    public static FinishPlan? Make(ISourceReader sources, string code, bool mends, bool closes)
    {
        var lines = NetworkLines(code);
        for (var count = lines.Count; count > 0 && count > lines.Count - MostLinesBack; count--)
        {
            if (string.IsNullOrWhiteSpace(lines[count - 1]))
            {
                continue;
            }

            var kept = string.Join('\n', lines.Take(count)) + "\n";
            var reading = sources.ReadPartial(kept, mends);
            if (reading.Failure is not null)
            {
                continue;
            }

            var indentation = reading.Indentation.Length > 0 ? reading.Indentation : Indentation;
            var next = lines.Skip(count).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line));
            kept = kept[..reading.Length];
            return reading.Stage switch
            {
                SourceStage.Class when closes || next is null || IsEnd(next) => new FinishPlan(kept, $"\n{indentation}def forward(self, x):\n{indentation}{indentation}", IsWhole: false),
                SourceStage.Class => new FinishPlan(kept, next[..(next.Length - next.TrimStart().Length)], IsWhole: false),
                SourceStage.Forward when closes => LinearLayer().Matches(kept) is [.., var last]
                    ? new FinishPlan(kept, Closing(kept, last.Groups["name"].Value, reading, indentation + indentation), IsWhole: true)
                    : null,
                SourceStage.Forward => new FinishPlan(kept, indentation + indentation, IsWhole: false),
                _ => null,
            };
        }

        return null;
    }

    // A constructor that returns something was meant to be the end of it; a bracket that stays open cannot be gone on with.
    private static bool IsEnd(string line) => line.TrimStart().StartsWith("return", StringComparison.Ordinal) || line.TrimEnd().EndsWith('(');

    private static string Closing(string kept, string layer, PartialReading reading, string indentation)
    {
        var name = Assignment().Matches(kept[kept.LastIndexOf("def forward", StringComparison.Ordinal)..]) is [.., var last] ? last.Groups["name"].Value : "x";
        var flattening = reading.Reached?.Count(character => character == ',') > 1 ? $"{indentation}{name} = torch.flatten({name}, 1)\n" : string.Empty;
        return $"{flattening}{indentation}return self.{layer}({name})";
    }

    // What stands behind the class is no part of the network.
    private static List<string> NetworkLines(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n').ToList();
        var first = lines.FindIndex(line => line.StartsWith("class Net", StringComparison.Ordinal));
        var end = first < 0 ? -1 : lines.FindIndex(first + 1, line => line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] is not ('#' or ')'));
        return end < 0 ? lines : lines[..end];
    }

    [GeneratedRegex(@"self\.(?<name>\w+) = nn\.Linear\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LinearLayer();

    [GeneratedRegex(@"^\s+(?<name>\w+) = ", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Assignment();
}
