using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NasDaemon.Abstractions.Failures;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Plugins;
using NasDaemon.Pipeline.Text;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>
/// Every language model that may be asked for: those of the settings, the file that NASDAEMON_MODEL names, and the files in the model
/// folder. A name of the settings goes before a file of the same name.
/// </summary>
public sealed class LanguageModelCatalogue
{
    /// <summary>The environment variable that names a file.</summary>
    public const string Variable = "NASDAEMON_MODEL";

    private const string FileKind = "llama-cpp";
    private const string FileOption = "path";

    private readonly LanguageModelSettings _settings;
    private readonly string? _file;
    private readonly ModelFolder _folder;
    private readonly ComponentSet<ComponentContext, ILanguageModelLoader> _kinds;
    private readonly Func<OptionValues, ComponentContext> _context;
    private readonly ILanguageModelHost _host;

    /// <summary>Takes what is known.</summary>
    /// <param name="settings">What the settings say.</param>
    /// <param name="file">What <see cref="Variable"/> says; null or empty where it is not set.</param>
    /// <param name="folder">The model folder.</param>
    /// <param name="kinds">The kinds of language models.</param>
    /// <param name="context">What a component is created with.</param>
    /// <param name="host">Opens the models that run in a child process.</param>
    public LanguageModelCatalogue(
        LanguageModelSettings settings,
        string? file,
        ModelFolder folder,
        ComponentSet<ComponentContext, ILanguageModelLoader> kinds,
        Func<OptionValues, ComponentContext> context,
        ILanguageModelHost host) =>
        (_settings, _file, _folder, _kinds, _context, _host) = (settings, file, folder, kinds, context, host);

    /// <summary>Looks for every model; the one that is taken where none is named comes first.</summary>
    /// <returns>The models.</returns>
    public ImmutableArray<KnownLanguageModel> Models()
    {
        ImmutableArray<KnownLanguageModel> all =
        [
            .. string.IsNullOrEmpty(_file) ? [] : ImmutableArray.Create(Known(ModelFile.At(_file), ModelOrigin.Environment)),
            .. _settings.Models.Select(model => new KnownLanguageModel(model, ModelOrigin.Settings, null, null)),
            .. _folder.Files().Select(file => Known(file, ModelOrigin.Folder)),
        ];
        var distinct = all.GroupBy(known => known.Model.Name, StringComparer.Ordinal).Select(same => same.First());
        return [.. distinct.OrderBy(Rank)];
    }

    /// <summary>Finds a model.</summary>
    /// <param name="name">Its name; null for the one that is taken where none is named.</param>
    /// <returns>The model, or why there is none.</returns>
    public ModelChoice Find(string? name)
    {
        var models = Models();
        if (name is null && models.IsEmpty)
        {
            return Refuse(
                "There is no language model here.",
                $"Bring one with 'nasdaemon model get', name a GGUF file by {Variable}, or name a server below 'language_models' in nasdaemon.yaml.");
        }

        var wanted = name ?? _settings.Default ?? models[0].Model.Name;
        var found = models.FirstOrDefault(known => known.Model.Name == wanted);
        return found switch
        {
            null => Refuse($"There is no language model '{wanted}'.", models.IsEmpty ? "'nasdaemon model get' brings one." : NearName.Remedy(wanted, [.. models.Select(known => known.Model.Name)])),
            { Problem: { } problem } => Refuse($"The language model '{wanted}' cannot be used.", problem),
            _ => new ModelChoice(found.Model, null),
        };
    }

    /// <summary>Opens a model.</summary>
    /// <param name="name">Its name; null for the one that is taken where none is named.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The model, ready to be asked.</returns>
    /// <exception cref="LanguageModelException">There is none, or it cannot be loaded; the failure says why and what helps.</exception>
    public async Task<ILanguageModel> OpenAsync(string? name, CancellationToken cancellation)
    {
        var choice = Find(name);
        var model = choice.Model ?? throw new LanguageModelException(choice.Failure!);
        var loader = _kinds[model.Kind].Create(_context(model.Options));
        return loader.Hosting == LanguageModelHosting.Daemon
            ? await loader.LoadAsync(model.Name, cancellation).ConfigureAwait(false)
            : await _host.StartAsync(model, cancellation).ConfigureAwait(false);
    }

    private int Rank(KnownLanguageModel known) => known switch
    {
        _ when known.Model.Name == _settings.Default => 0,
        { Origin: ModelOrigin.Environment } => 1,
        { Origin: ModelOrigin.Settings } => 2,
        _ => 3,
    };

    private KnownLanguageModel Known(ModelFile file, ModelOrigin origin)
    {
        var kind = _kinds.Find(FileKind);
        var options = kind is null ? OptionValues.None : OptionFields.Defaults(kind.Description);
        var model = new NamedLanguageModel(file.Name, FileKind, new OptionValues(options.Values.SetItem(FileOption, JsonValue.Create(file.Path))));
        return new KnownLanguageModel(
            model, origin, file.Bytes, kind is null ? "The plugin for GGUF files is not active: 'nasdaemon plugins' says why." : file.Problem);
    }

    private static ModelChoice Refuse(string message, string remedy) => new(null, new Failure(FailureClass.LanguageModel, message, Hint: remedy));
}

/// <summary>A language model, or why there is none.</summary>
/// <param name="Model">The model; null where there is none.</param>
/// <param name="Failure">Why there is none, and what helps; null where there is one.</param>
public sealed record ModelChoice(NamedLanguageModel? Model, Failure? Failure);
