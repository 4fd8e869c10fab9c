namespace NasDaemon.Commands.Tracing.Sources;

/// <summary>Finds and reads the sources that the command was given, one after another.</summary>
/// <param name="longest">Characters that a source may have.</param>
internal sealed class SourceReader(int longest)
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    // A source, each of its characters escaped, and as much again for what stands beside it.
    private readonly int _longestLine = (int)Math.Min(longest * 12L, 1 << 28);

    /// <summary>Reads sources.</summary>
    /// <param name="paths">Files, folders, <c>.jsonl</c> files, or <c>-</c>.</param>
    /// <returns>The sources in order, each read when it is asked for.</returns>
    public IEnumerable<NetworkSource> Read(IEnumerable<string> paths) => paths.SelectMany(Read);

    /// <summary>Whether paths name one source and no more, whatever it holds.</summary>
    /// <param name="paths">The paths.</param>
    /// <returns>Whether they do.</returns>
    public static bool IsSingle(IReadOnlyList<string> paths) =>
        paths is [var path] && !Directory.Exists(path) && (NumberedLine.Parse(path) is { Line: not null } || !IsList(path));

    private static bool IsList(string file) => Path.GetExtension(file).Equals(".jsonl", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<NetworkSource> Read(string path)
    {
        if (path == StandardInput)
        {
            return [ReadWhole(path, Console.OpenStandardInput) with { Name = "stdin" }];
        }

        if (Directory.Exists(path))
        {
            return FolderSources.Files(path).Select(found => found.Problem is null
                ? ReadWhole(found.File, () => File.OpenRead(found.File)) with { Name = Path.ChangeExtension(Path.GetRelativePath(path, found.File), null) }
                : found);
        }

        var numbered = NumberedLine.Parse(path);
        return IsList(numbered.File)
            ? ReadLines(numbered)
            : [ReadWhole(path, () => File.OpenRead(path))];
    }

    private NetworkSource ReadWhole(string file, Func<Stream> open)
    {
        var source = new NetworkSource(file);
        try
        {
            using var stream = open();
            var (text, problem) = PythonText.Read(stream, longest);
            return source with { Text = text, Problem = problem };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unreachable.Source(file, exception);
        }
    }

    private IEnumerable<NetworkSource> ReadLines(NumberedLine wanted)
    {
        var (opened, problem) = Open(wanted.File);
        if (opened is null)
        {
            yield return problem!;
            yield break;
        }

        using var stream = opened;
        var lines = new ByteLines(stream, _longestLine);
        var found = false;
        for (var number = 1; lines.MoveNext(); number++)
        {
            if ((wanted.Line ?? number) == number && (lines.IsTooLong || !IsBlank(lines.Current.Span)))
            {
                found = true;
                yield return ReadLine(lines, Line(wanted.File, number));
            }
        }

        if (wanted.Line is { } missing && !found)
        {
            yield return Unreachable.Source(wanted.File, $"The file has no source in line {missing}.") with { LineNumber = missing };
        }
    }

    private static NetworkSource Line(string file, int number) =>
        new(file) { LineNumber = number, Name = $"{Path.GetFileNameWithoutExtension(file)}-{number}" };

    private NetworkSource ReadLine(ByteLines lines, NetworkSource empty)
    {
        if (lines.IsTooLong)
        {
            return empty with { Problem = PythonText.TooLong(longest) };
        }

        var isMarked = empty.LineNumber == 1 && lines.Current.Span.StartsWith("\uFEFF"u8);
        return JsonLine.Read(isMarked ? lines.Current.Span["\uFEFF"u8.Length..] : lines.Current.Span, empty);
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.TrimStart(" \t\r"u8).IsEmpty;

    private static (Stream? Stream, NetworkSource? Problem) Open(string file)
    {
        try
        {
            return (File.OpenRead(file), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, Unreachable.Source(file, exception));
        }
    }
}
