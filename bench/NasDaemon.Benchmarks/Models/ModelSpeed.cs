using System.Diagnostics;
using System.Globalization;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.LanguageModels.LlamaCpp.Loading;

namespace NasDaemon.Benchmarks.Models;

/// <summary>Measures a language model: reading, writing alone and together, and what shared prompts spare.</summary>
internal static class ModelSpeed
{
    private const int Together = 4;
    private const int AnswerTokens = 96;
    private const int Repetitions = 24;

    // About what a prompt with examples holds: network source, repeated with other numbers so that nothing is cheap to guess.
    private const string Example = """
        class Net{0}(nn.Module):
            def __init__(self):
                super().__init__()
                self.features = nn.Sequential(nn.Conv2d(3, {1}, 3, padding=1), nn.BatchNorm2d({1}), nn.ReLU(), nn.MaxPool2d(2))
                self.classifier = nn.Linear({1} * 16 * 16, 10)

        """;

    /// <summary>Runs the measurement and prints a table.</summary>
    /// <param name="path">The GGUF file.</param>
    /// <param name="rounds">How often each figure is taken; the median is printed.</param>
    /// <param name="threads">Threads that compute.</param>
    public static async Task RunAsync(string path, int rounds, int threads)
    {
        var begun = Stopwatch.GetTimestamp();
        var loader = new LlamaCppLoader(new LlamaCppOptions { Path = path, Context = 8192, Threads = threads, Sequences = Together }, Path.GetDirectoryName(path)!, TimeProvider.System);
        await using var model = await loader.LoadAsync("bench", CancellationToken.None);
        Console.WriteLine($"{model.Info.Model}, {model.Info.Library}, {model.Info.Device}, {threads} threads");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"loaded in {Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s"));

        var measured = new List<ModelFigures>();
        for (var round = 0; round < rounds; round++)
        {
            measured.Add(await MeasureAsync(model, round));
        }

        Print("prompt tokens a second", measured, figures => figures.Prompt);
        Print("generated tokens a second, 1 sequence", measured, figures => figures.One);
        Print($"generated tokens a second, {Together} sequences", measured, figures => figures.Several);
        Print("prompt tokens a second of processor time", measured, figures => figures.PromptByProcessor);
        Print("generated tokens a second of processor time, 1 sequence", measured, figures => figures.OneByProcessor);
        Print($"generated tokens a second of processor time, {Together} sequences", measured, figures => figures.SeveralByProcessor);
        Print("share of a prompt that its beginning spares", measured, figures => figures.Shared, "P0");
        Print("times faster to the first token with it", measured, figures => figures.Gain);
    }

    private static async Task<ModelFigures> MeasureAsync(ILanguageModel model, int round)
    {
        // Each round begins otherwise, so that nothing of the round before it is spared.
        var preamble = string.Concat(Enumerable.Range(0, Repetitions).Select(index => Example
            .Replace("{0}", $"{round}x{index}", StringComparison.Ordinal)
            .Replace("{1}", $"{8 + index}", StringComparison.Ordinal)));
        var reading = await TimeAsync(() => AskAsync(model, preamble, 1, tokens: 1));
        var first = reading.Result;
        var second = await AskAsync(model, preamble + "# Now a smaller one.\n", 1, tokens: 1);
        var one = await TimeAsync(() => AskAsync(model, $"# Network {round}\n", round, AnswerTokens));
        var several = await TimeAsync(() => Task.WhenAll(Enumerable.Range(0, Together).Select(index => AskAsync(model, $"# Network {round}\n", index, AnswerTokens))));
        var tokens = several.Result.Sum(usage => usage.Generated);
        return new ModelFigures(
            (first.Prompt - first.Reused) / first.PromptTime.TotalSeconds,
            one.Result.Generated / one.Result.GenerationTime.TotalSeconds,
            tokens / several.Result.Max(usage => usage.GenerationTime).TotalSeconds,
            (first.Prompt - first.Reused) / reading.Processor.TotalSeconds,
            one.Result.Generated / one.Processor.TotalSeconds,
            tokens / several.Processor.TotalSeconds,
            (double)second.Reused / second.Prompt,
            first.PromptTime / second.PromptTime);
    }

    private static async Task<(T Result, TimeSpan Processor)> TimeAsync<T>(Func<Task<T>> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var result = await work();
        process.Refresh();
        return (result, process.TotalProcessorTime - before);
    }

    private static async Task<TokenUsage> AskAsync(ILanguageModel model, string prompt, long seed, int tokens)
    {
        var request = new CompletionRequest(new TextPrompt("import torch\nfrom torch import nn\n" + prompt), new SamplingSettings(seed), tokens, []);
        var usage = TokenUsage.None;
        await foreach (var part in model.CompleteAsync(request, CancellationToken.None))
        {
            if (part is CompletionEnd end)
            {
                usage = end.Failure is null ? end.Usage : throw new InvalidOperationException(end.Failure.Message);
            }
        }

        return usage;
    }

    private static void Print(string what, List<ModelFigures> measured, Func<ModelFigures, double> figure, string format = "F1") =>
        Console.WriteLine($"{what,-62}{measured.Select(figure).Order().ElementAt(measured.Count / 2).ToString(format, CultureInfo.InvariantCulture),10}");
}
