using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Abstractions.Tasks;
using NasDaemon.LanguageModels.LlamaCpp;
using NasDaemon.Search.Prompting.Budgeting;
using NasDaemon.Search.Prompting.Examples;
using NasDaemon.Search.Prompting.Mixing;
using NasDaemon.Search.Prompting.Tests.Support;
using NasDaemon.Search.Prompting.Wording;
using NasDaemon.Testing;
using NasDaemon.Testing.LanguageModels;

namespace NasDaemon.Search.Prompting.Tests.Budgeting;

/// <summary>The small real model counts.</summary>
public sealed class RealModelBudgetTests
{
    private const int Context = 2048;
    private const int Answer = 1024;

    [RealModelFact]
    public async Task Fit_EveryNumberOfLibraryNetworksAndRequest_FitsAContextOf2048()
    {
        await using var model = await LoadAsync();
        var context = Prompted.Context(MixedStrategy.Description, 1, model);
        var examples = new ExampleSource(context, Dialect.Plain);
        foreach (var request in new[] { "", string.Concat(Enumerable.Repeat("лягушки против собак ", 400)) })
        {
            foreach (var supporting in Enumerable.Range(0, 7))
            {
                var task = context.Task with { Request = request, Constraints = new Constraints(2_000_000, 60_000_000, null) };
                var wording = new PromptWording(Prompted.Templates, TaskFacts.Of(task, context.Shape), Dialect.Plain, thinks: false);
                var draft = new PromptDraft(PromptMode.Generate, request, examples.Find(supporting, 0, needsReference: false), []);

                var fit = await new PromptBudget(model, wording, new Reductions(context.Sources)).FitAsync(draft, Answer, CancellationToken.None);

                var tokens = await model.CountTokensAsync(fit.Prompt, CancellationToken.None);
                Assert.True(tokens + fit.MaximumTokens <= Context && fit.MaximumTokens == Answer, $"n = {supporting}: {tokens} and {fit.MaximumTokens} tokens");
                Assert.True(supporting < 3 || fit.Draft.Examples.Supporting.Length < supporting, "Three networks of the library do not fit.");
            }
        }
    }

    private static async Task<ILanguageModel> LoadAsync()
    {
        var kind = PluginComponents.Of(new LlamaCppPlugin()).LanguageModels["llama-cpp"];
        var options = DefaultOptions.Of(
            kind.Description, ("path", JsonValue.Create(RealModel.Path)!), ("context", JsonValue.Create((long)Context)), ("threads", JsonValue.Create(1L)));
        var folders = new DaemonFolders("", "", "", "", Path.GetDirectoryName(RealModel.Path)!);
        return await kind.Create(new ComponentContext(options, folders, TimeProvider.System, NullLoggerFactory.Instance)).LoadAsync("small", CancellationToken.None);
    }
}
