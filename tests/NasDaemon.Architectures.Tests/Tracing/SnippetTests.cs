using NasDaemon.Testing;

namespace NasDaemon.Architectures.Tests.Tracing;

/// <summary>Pieces of Python that check themselves by assertions, run by Debian's Python and by the tracer.</summary>
public sealed class SnippetTests
{
    private const string Mark = "#==== ";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Tracing");

    public static TheoryData<string> Names => [.. Read().Keys];

    [Fact]
    public async Task Snippets_UnderPython_HoldTheirOwnAssertions()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "snippets.sources");
        await File.WriteAllTextAsync(path, string.Join("#====\n", Read().Values.Select(Wrap)));

        var output = await PythonTorch.RunAsync(Path.Combine(Folder, "judge_sources.py"), path);

        var judgements = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Judgement.Parse);
        var failed = Read().Keys.Zip(judgements).Where(pair => !pair.Second.Accepted).Select(pair => $"{pair.First}: {pair.Second.Message} line {pair.Second.Line}");
        Assert.Empty(failed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Trace_Snippet_HoldsItsAssertions(string name)
    {
        var result = Traces.Trace(Wrap(Read()[name]));

        Assert.True(result.IsAccepted, result.Failure?.ToString());
    }

    private static Dictionary<string, string> Read() => File.ReadAllText(Path.Combine(Folder, "Conformance", "snippets.python"))
        .Split(Mark, StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('\n', 2))
        .ToDictionary(part => part[0], part => part[1]);

    private static string Wrap(string snippet) => $"""
        def check():
            {snippet.Replace("\n", "\n    ", StringComparison.Ordinal)}

        {Traces.Network("check()")}
        """;
}
