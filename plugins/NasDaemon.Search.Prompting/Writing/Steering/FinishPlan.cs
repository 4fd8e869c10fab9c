using NasDaemon.Abstractions.Sources;

namespace NasDaemon.Search.Prompting.Writing.Steering;

/// <summary>How a network that is not whole is gone on with.</summary>
/// <param name="Kept">The sound beginning that stays.</param>
/// <param name="Added">What is put behind it for the model to go on from.</param>
internal sealed record FinishPlan(string Kept, string Added)
{
    private const int MostLinesBack = 80;
    private const string Indentation = "    ";

    /// <summary>Makes a plan.</summary>
    /// <param name="sources">Reads beginnings.</param>
    /// <param name="code">The source as far as it was written.</param>
    /// <param name="mends">Whether a failure that can be mended counts as none.</param>
    /// <returns>The plan; null where the network is whole, or has not begun.</returns>
    public static FinishPlan? Make(ISourceReader sources, string code, bool mends)
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
            return reading.Stage switch
            {
                SourceStage.Class when next is null || IsEnd(next) => new FinishPlan(kept[..reading.Length], $"\n{indentation}def forward(self, x):\n{indentation}{indentation}"),
                SourceStage.Class => new FinishPlan(kept[..reading.Length], next[..(next.Length - next.TrimStart().Length)]),
                SourceStage.Forward => new FinishPlan(kept[..reading.Length], indentation + indentation),
                _ => null,
            };
        }

        return null;
    }

    // A constructor that returns something was meant to be the end of it; a bracket that stays open cannot be gone on with.
    private static bool IsEnd(string line) => line.TrimStart().StartsWith("return", StringComparison.Ordinal) || line.TrimEnd().EndsWith('(');

    // What stands behind the class is no part of the network.
    private static List<string> NetworkLines(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n').ToList();
        var first = lines.FindIndex(line => line.StartsWith("class Net", StringComparison.Ordinal));
        var end = first < 0 ? -1 : lines.FindIndex(first + 1, line => line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] is not ('#' or ')'));
        return end < 0 ? lines : lines[..end];
    }
}
