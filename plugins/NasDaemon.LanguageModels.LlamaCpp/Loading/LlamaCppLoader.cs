using System.Collections.Immutable;
using System.Globalization;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.LanguageModels.LlamaCpp.Decoding;
using NasDaemon.LanguageModels.LlamaCpp.Interop;
using NasDaemon.LanguageModels.LlamaCpp.Reading;

namespace NasDaemon.LanguageModels.LlamaCpp.Loading;

/// <summary>Loads a model into this process, which is a child process of the daemon: a failed assertion of the library ends the process.</summary>
/// <param name="options">How.</param>
/// <param name="folder">The model folder.</param>
/// <param name="time">The clock.</param>
internal sealed class LlamaCppLoader(LlamaCppOptions options, string folder, TimeProvider time) : ILanguageModelLoader, ISelfChecking
{
    /// <inheritdoc/>
    public LanguageModelHosting Hosting => LanguageModelHosting.ChildProcess;

    /// <inheritdoc/>
    public Task<ILanguageModel> LoadAsync(string name, CancellationToken cancellation) =>
        Task.Factory.StartNew<ILanguageModel>(() => Load(name), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <inheritdoc/>
    public IReadOnlyList<SelfCheckFact> Check()
    {
        try
        {
            var runtime = Runtime();
            var devices = Devices.GraphicsProcessors();
            var graphics = devices.Count == 0 ? "no graphics processor" : string.Join(", ", devices);
            return [new SelfCheckFact(true, $"llama.cpp {SelfTest.LlamaVersion} in {runtime.Folder}, kernels {runtime.Variant}, {graphics}; it passes its self-test.")];
        }
        catch (LanguageModelException exception)
        {
            return [new SelfCheckFact(false, exception.Failure.Message, exception.Failure.Hint)];
        }
    }

    private NativeRuntime Runtime() =>
        NativeRuntime.Require(options.Libraries.Length > 0 ? Path.GetFullPath(options.Libraries, folder) : NativeLibraries.DefaultFolder, Avoided());

    private LlamaCppModel Load(string name)
    {
        var path = ModelPath();
        var given = KeyValueOverride.Parse(options.Overrides);
        var adapters = LoraFile.Parse(options.Lora, folder);
        var runtime = Runtime();

        DeepSeekRepair repair;
        using (var header = NativeModel.Load(path, given, 0, vocabularyOnly: true, runtime.Log))
        {
            repair = DeepSeekRepair.For(header);
        }

        var overrides = given.Concat(repair.Overrides.Where(own => given.All(other => other.Key != own.Key)));
        var model = NativeModel.Load(path, overrides, options.GpuLayers, vocabularyOnly: false, runtime.Log);
        try
        {
            var template = TemplateChoice.Find(options.Template, model, repair.Template, folder);
            var abort = new AbortFlag();
            var context = NativeContext.Create(model, options, abort, adapters, runtime.Log);
            var length = (int)Llama.llama_n_ctx(context);

            // The library may have made the batch smaller than asked for, and a larger one would end the process.
            var limits = new DecodingLimits((int)Llama.llama_n_batch(context), options.Sequences);
            var loop = new DecodingLoop(context, limits, model.Vocabulary.Size, abort, runtime.Log);
            var session = new DecodingSession(model, model.Vocabulary, new PromptReader(model.Vocabulary, template), loop, length, time);
            return new LlamaCppModel(Describe(name, path, model, runtime, template, length, Notes(runtime, repair, template, adapters)), session);
        }
        catch (LanguageModelException)
        {
            model.Dispose();
            throw;
        }
    }

    private string ModelPath()
    {
        if (options.Path.Length == 0)
        {
            throw Refusal.Of("The model has no file.", "Set its option path to a GGUF file.");
        }

        var path = Path.GetFullPath(options.Path, folder);
        return File.Exists(path)
            ? path
            : throw Refusal.Of($"The model file {path} is not there.", "Bring it with nasdaemon model get, or copy a GGUF file there.");
    }

    private static int Avoided() =>
        int.TryParse(Environment.GetEnvironmentVariable(ChildProcessVariables.IllegalInstructions), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    private static ImmutableArray<string> Notes(NativeRuntime runtime, DeepSeekRepair repair, IChatTemplate template, IReadOnlyList<LoraFile> adapters) =>
    [
        .. runtime.Notes,
        .. repair.Notes,
        .. template is NoTemplate none ? [none.Note] : ImmutableArray<string>.Empty,
        .. adapters.Select(adapter => string.Create(CultureInfo.InvariantCulture, $"The adapter {Path.GetFileName(adapter.Path)} is applied with scale {adapter.Scale}.")),
    ];

    private LanguageModelInfo Describe(
        string name, string path, NativeModel model, NativeRuntime runtime, IChatTemplate template, int length, ImmutableArray<string> notes)
    {
        var graphics = options.GpuLayers == 0 ? [] : Devices.GraphicsProcessors();
        return new LanguageModelInfo(
            name,
            model.Metadata("general.name") is { Length: > 0 } own ? own : Path.GetFileNameWithoutExtension(path),
            $"llama.cpp {SelfTest.LlamaVersion}",
            string.Join(" + ", [.. graphics, $"cpu ({runtime.Variant})"]),
            length,
            template.Name,
            CountsExactly: true,
            notes);
    }
}
