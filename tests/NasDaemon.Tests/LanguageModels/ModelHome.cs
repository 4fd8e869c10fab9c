using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Abstractions.Plugins;
using NasDaemon.Pipeline.LanguageModels;
using NasDaemon.Pipeline.Workers;
using NasDaemon.Testing;
using NasDaemon.Testing.LanguageModels;
using NasDaemon.Tests.Support;

namespace NasDaemon.Tests.LanguageModels;

/// <summary>A home folder with a tiny model, and what opens it in the real program's child process.</summary>
internal sealed class ModelHome : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ChildLanguageModelHost _host;

    public ModelHome()
    {
        Directory.CreateDirectory(_folder.Combine("models"));
        new TinyModel().Save(_folder.Combine("models", "tiny.gguf"));
        _host = new ChildLanguageModelHost(
            new WorkerCommandLine(Build.Executable, ["model-worker", "--home", _folder.Path]),
            new WorkerSettings().SilenceLimit,
            TimeProvider.System,
            NullLogger<ChildLanguageModelHost>.Instance,
            restart =>
            {
                lock (Restarts)
                {
                    Restarts.Add(restart);
                }
            });
    }

    /// <summary>Every restart that was told of.</summary>
    public List<ModelRestart> Restarts { get; } = [];

    /// <summary>Opens the model.</summary>
    public async Task<ChildLanguageModel> OpenAsync(params (string Name, JsonValue Value)[] options)
    {
        JsonValue Number(long value) => JsonValue.Create(value);
        JsonValue Text(string value) => JsonValue.Create(value)!;
        var values = new Dictionary<string, JsonValue>
        {
            ["path"] = Text("tiny.gguf"),
            ["context"] = Number(0),
            ["threads"] = Number(1),
            ["gpu_layers"] = Number(0),
            ["batch"] = Number(512),
            ["sequences"] = Number(4),
            ["kv_type"] = Text("f16"),
            ["lora"] = Text(""),
            ["overrides"] = Text(""),
            ["template"] = Text("auto"),
            ["libraries"] = Text(""),
        };
        foreach (var (name, value) in options)
        {
            values[name] = value;
        }

        var model = new NamedLanguageModel("tiny", "llama-cpp", new OptionValues(values.ToImmutableSortedDictionary()));
        return (ChildLanguageModel)await _host.StartAsync(model, CancellationToken.None);
    }

    /// <summary>A request whose answer takes a while.</summary>
    public static CompletionRequest Long { get; } =
        new(new ChatPrompt([new ChatMessage(ChatRole.User, "Write a network.\n")]), new SamplingSettings(1, Temperature: 0), MaximumTokens: 400, []);

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }
}
