using System.Diagnostics;
using System.Text.Json;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Architectures.Tracing;
using NasDaemon.LanguageModels.LlamaCpp.Loading;
using NasDaemon.Pipeline.Candidates;
using NasDaemon.Search.Prompting.Templates;
using NasDaemon.Search.Prompting.Writing;

namespace NasDaemon.Benchmarks.Writing;

/// <summary>Measures what each help in writing is worth: new networks that run, for a thousand tokens.</summary>
internal static class WritingStudy
{
    private const int Together = 16;
    private const int AnswerTokens = 1024;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Runs the study and prints a table.</summary>
    /// <param name="options">Model, sizes and arms.</param>
    public static async Task RunAsync(StudyOptions options)
    {
        Directory.CreateDirectory(options.Folder);
        var loader = new LlamaCppLoader(
            new LlamaCppOptions { Path = options.Model, Context = 32768, Threads = options.Threads, Sequences = Together },
            Path.GetDirectoryName(options.Model)!,
            TimeProvider.System);
        await using var loaded = await loader.LoadAsync("bench", CancellationToken.None);
        var model = new RememberingModel((ISteerableLanguageModel)loaded, Path.Combine(options.Folder, "answers.jsonl"));
        Console.WriteLine($"{model.Info.Model}, {options.Proposals} proposals an arm, {options.Threads} threads, temperature 0.8, top-p 0.95.");
        Console.WriteLine("run: accepted by the tracer; new: and not shown in the prompt; graphs: different ones among the new; thrown: tokens cut back.");
        Console.WriteLine(StudyTally.Header);
        foreach (var examples in options.Examples)
        {
            foreach (var arm in StudyArm.All.Where(arm => options.Arms.Count == 0 || options.Arms.Contains(arm.Name)))
            {
                await RunArmAsync(model, options, arm, examples);
            }
        }
    }

    private static async Task RunArmAsync(ILanguageModel model, StudyOptions options, StudyArm arm, int examples)
    {
        var shown = StudyPrompt.Examples.Take(examples).ToList();
        var sources = new SourceReader(StudyTask.Task, StudyTask.Shape, new ArchitectureTracer(TracingLimits.Default));
        var writer = new NetworkWriter(model, sources, new RepairTemplate(StudyPrompt.Templates), TimeProvider.System);
        var prompt = StudyPrompt.Make(examples);
        var begun = Stopwatch.GetTimestamp();
        var results = new List<WritingResult>();
        foreach (var seeds in Enumerable.Range(1, options.Proposals).Chunk(Together))
        {
            results.AddRange(await writer.WriteAsync(
                [.. seeds.Select(seed => new WritingRequest(prompt, new SamplingSettings(seed, 0.8, 40, 0.95), AnswerTokens, arm.Help) { Grammar = arm.UsesGrammar ? StudyPrompt.Grammar : null })], CancellationToken.None));
            Console.Error.WriteLine($"{examples} {arm.Name}: {results.Count} written, {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s");
        }

        var time = Stopwatch.GetElapsedTime(begun);
        var known = shown.Select(source => sources.Read(source).GraphFingerprint!).ToHashSet();
        var tally = new StudyTally(results, known);
        var folder = Save(options, tally, $"n{examples}-{arm.Name}");
        Console.WriteLine(tally.Row(examples, arm.Name, PyTorchJudge.Count(folder), time));
    }

    private static string Save(StudyOptions options, StudyTally tally, string name)
    {
        var folder = Path.Combine(options.Folder, name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        for (var index = 0; index < tally.Results.Count; index++)
        {
            var result = tally.Results[index];
            var runs = tally.Running.Contains(result);
            File.WriteAllText(Path.Combine(folder, $"{index + 1:D2}.json"), JsonSerializer.Serialize(new { Runs = runs, Failure = result.Refusal ?? result.Reading?.Failure, result.History }, Indented));
            File.WriteAllText(Path.Combine(folder, $"{index + 1:D2}{(runs ? string.Empty : "-fails")}.py"), result.Source);
        }

        return folder;
    }
}
