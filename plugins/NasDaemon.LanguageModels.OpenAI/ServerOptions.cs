using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.LanguageModels.OpenAI;

/// <summary>The options of a model behind a server.</summary>
/// <param name="Address">The server's address as it was written.</param>
/// <param name="Model">The model's name at the server; empty for the server's first.</param>
/// <param name="KeyFile">The file that holds the key, as an absolute path; empty for none.</param>
/// <param name="KeyEnvironment">The environment variable that holds the key; empty for none.</param>
/// <param name="Context">Tokens of a prompt and its answer; 0 asks the server.</param>
/// <param name="Stream">Whether answers are taken as they are written.</param>
/// <param name="Retries">How often a request is sent again.</param>
/// <param name="Timeouts">How long is waited for what.</param>
internal sealed record ServerOptions(
    string Address,
    string Model,
    string KeyFile,
    string KeyEnvironment,
    int Context,
    bool Stream,
    int Retries,
    ServerTimeouts Timeouts)
{
    private const string AddressName = "address";
    private const string ModelName = "model";
    private const string KeyFileName = "key_file";
    private const string KeyEnvironmentName = "key_environment";
    private const string ContextName = "context";
    private const string StreamName = "stream";
    private const string RetriesName = "retries";
    private const string ConnectName = "connect_timeout";
    private const string FirstTokenName = "first_token_timeout";
    private const string IdleName = "idle_timeout";

    /// <summary>What the settings may say.</summary>
    public static ComponentDescription Description { get; } = new(
        "openai",
        "A model behind a server with /v1/chat/completions: llama-server, Ollama, vLLM, LM Studio.",
        [
            new TextOption(AddressName, "Where the server is, e.g. http://localhost:11434. A /v1 at its end changes nothing.", "http://localhost:8080", []),
            new TextOption(ModelName, "The model's name at the server; empty for the first that the server lists.", string.Empty, []),
            new TextOption(KeyFileName, "The file whose first line is the key that the server asks for. Relative paths start from the model folder.", string.Empty, []),
            new TextOption(KeyEnvironmentName, "The environment variable that holds the key, in place of a file.", string.Empty, []),
            new IntegerOption(ContextName, "How many tokens a prompt and its answer may have together; 0 asks the server, and takes 4,096 where it does not tell.", 0, 0, 10_000_000),
            new FlagOption(StreamName, "Whether answers are taken as they are written, rather than whole.", true),
            new IntegerOption(RetriesName, "How often a request is sent again when the server cannot be reached, is loading or is busy, with growing pauses.", 6, 0, 20),
            new IntegerOption(ConnectName, "How long connecting may take, in seconds.", 10, 1, 600),
            new IntegerOption(FirstTokenName, "How long the server may take to begin an answer, in seconds; for the whole answer where it is not streamed.", 600, 1, 86_400),
            new IntegerOption(IdleName, "How long an answer that has begun may pause, in seconds.", 120, 1, 86_400),
        ]);

    /// <summary>Reads the values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="modelFolder">From where relative paths start.</param>
    /// <returns>The options.</returns>
    public static ServerOptions Read(OptionValues values, string modelFolder)
    {
        var keyFile = values.Text(KeyFileName);
        return new ServerOptions(
            values.Text(AddressName),
            values.Text(ModelName),
            keyFile.Length == 0 ? string.Empty : Path.GetFullPath(keyFile, modelFolder),
            values.Text(KeyEnvironmentName),
            (int)values.Integer(ContextName),
            values.Flag(StreamName),
            (int)values.Integer(RetriesName),
            new ServerTimeouts(Seconds(values, ConnectName), Seconds(values, FirstTokenName), Seconds(values, IdleName)));
    }

    private static TimeSpan Seconds(OptionValues values, string name) => TimeSpan.FromSeconds(values.Integer(name));
}

/// <summary>How long is waited for what.</summary>
/// <param name="Connect">For a connection.</param>
/// <param name="FirstToken">For an answer to begin; for the whole answer where it is not streamed.</param>
/// <param name="Idle">For the next piece of an answer.</param>
internal sealed record ServerTimeouts(TimeSpan Connect, TimeSpan FirstToken, TimeSpan Idle);
