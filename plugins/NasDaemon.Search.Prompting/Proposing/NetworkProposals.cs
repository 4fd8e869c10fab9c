using System.Collections.Immutable;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Search;
using NasDaemon.Search.Prompting.Budgeting;
using NasDaemon.Search.Prompting.Editing;
using NasDaemon.Search.Prompting.Examples;
using NasDaemon.Search.Prompting.Templates;
using NasDaemon.Search.Prompting.Wording;
using NasDaemon.Search.Prompting.Writing;

namespace NasDaemon.Search.Prompting.Proposing;

/// <summary>Makes candidates: finds the examples, words and fits the prompt, lets the model write, and keeps how it came about.</summary>
/// <param name="name">The strategy's name.</param>
/// <param name="context">What the strategy was created with.</param>
/// <param name="options">Its options.</param>
/// <param name="writers">Makes what lets a model write.</param>
internal sealed class NetworkProposals(string name, StrategyContext context, PromptingOptions options, WriterFactory writers)
{
    private readonly ExampleSource _examples = new(context, options.Dialect);
    private readonly Lazy<TemplateSet> _templates = new(new TemplateFolders(context.Component.Folders).Load);

    /// <summary>Writes networks from one prompt.</summary>
    /// <param name="state">What the strategy remembers.</param>
    /// <param name="count">How many.</param>
    /// <param name="temperature">The sampling temperature.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>One candidate each; one that says why where the model cannot be asked.</returns>
    /// <exception cref="LanguageModelException">The model cannot be asked for the first proposal of all.</exception>
    public async Task<ProposedBatch> WriteAsync(PromptingState state, int count, double temperature, CancellationToken cancellation)
    {
        try
        {
            var model = await Model(cancellation).ConfigureAwait(false);
            var wording = new PromptWording(_templates.Value, TaskFacts.Of(context.Task, context.Shape), options.Dialect, options.Thinks);
            var budget = new PromptBudget(model, wording, new Reductions(context.Sources));
            var fit = await budget.FitAsync(Draft(state, model.Info.ContextLength), options.MaximumTokens, cancellation).ConfigureAwait(false);
            var writer = writers(model, context.Sources, new RepairTemplate(_templates.Value));
            var grammar = options.UsesGrammar ? wording.Grammar(fit.Draft.Mode) : null;
            var requests = Enumerable.Range(1, count).Select(index => Request(fit, state.Proposed + index, temperature) with { Grammar = grammar }).ToList();
            var results = await writer.WriteAsync(requests, cancellation).ConfigureAwait(false);
            return new ProposedBatch([.. requests.Zip(results, (request, result) => Candidate(request, result, fit, model.Info.Name))], fit.Omitted.IsEmpty ? 0 : count)
            {
                LacksSteering = options.Help.Steers && model is not ISteerableLanguageModel,
            };
        }
        catch (LanguageModelException exception) when (state.Proposed > 0 && !cancellation.IsCancellationRequested)
        {
            var origin = new PromptOrigin(name, [], context.Task.Model ?? "the default model", string.Empty, temperature);
            return new ProposedBatch([new Candidate(string.Empty, origin) { Refusal = exception.Failure }], 0);
        }
    }

    private Task<ILanguageModel> Model(CancellationToken cancellation) =>
        context.Model?.Invoke(cancellation) ?? throw new InvalidOperationException($"The strategy {name} was given no language model.");

    private PromptDraft Draft(PromptingState state, int contextLength)
    {
        var supporting = options.Supporting ?? SupportingChoice.Choose(state.Supporting, contextLength, options.MaximumTokens);
        var examples = _examples.Find(supporting, state.Proposed, needsReference: options.Edits);
        var mode = options.Edits && examples.Reference is not null ? PromptMode.Edit : options.Memory > 0 ? PromptMode.Improve : PromptMode.Generate;
        return new PromptDraft(mode, context.Task.Request, examples, state.Attempts);
    }

    private WritingRequest Request(PromptFit fit, int proposal, double temperature)
    {
        var seed = context.Random.Open($"{name}/write", proposal).NextInt64(1, int.MaxValue);
        var sampling = new SamplingSettings(seed, temperature, TopP: options.TopP);
        var reader = fit.Draft.Mode == PromptMode.Edit ? new EditReader(fit.Draft.Examples.Reference!.Source) : null;
        return new WritingRequest(fit.Prompt, sampling, fit.MaximumTokens, options.Help) { Reader = reader };
    }

    private Candidate Candidate(WritingRequest request, WritingResult result, PromptFit fit, string model)
    {
        var examples = fit.Draft.Examples;
        ImmutableArray<int> parents =
        [
            .. examples.Supporting.Append(examples.Reference).Select(example => example?.Number).Concat(fit.Draft.Attempts.Select(attempt => (int?)attempt.Number))
                .OfType<int>().Distinct().Order(),
        ];
        var origin = new PromptOrigin(name, parents, model, PromptText.Of(fit.Prompt), request.Sampling.Temperature)
        {
            Seed = request.Sampling.Seed,
            Supporting = examples.Supporting.Length,
            Writing = result.History with { Omitted = fit.Omitted },
        };
        return new Candidate(result.Source, origin) { Refusal = result.Refusal };
    }
}
