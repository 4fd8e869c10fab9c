using NasDaemon.Pipeline.Fields;
using NasDaemon.Pipeline.Retention;

namespace NasDaemon.Pipeline.Configuration;

/// <summary>Every key of <c>nasdaemon.yaml</c>.</summary>
internal static class SettingsFields
{
    private const int LongestPath = 4_096;
    private const long Mega = 1_000_000;
    private const long Tera = 1_000_000_000_000;

    public static readonly TextField Inbox = Folder("inbox", "Where tasks are dropped.");
    public static readonly TextField Outbox = Folder("outbox", "Where results appear.");
    public static readonly TextField State = Folder("state", "The daemon's own: the store, claimed tasks, checkpoints, logs.");
    public static readonly TextField Data = Folder("data", "Data sets.");
    public static readonly TextField Models = Folder("models", "Language models.");
    public static readonly TextField Prompts = Folder("prompts", "Prompt templates of your own, each in place of the one of the same name that came with the program.");
    public static readonly TextField Library = Folder("library", "Networks of your own that language models are shown as examples, beside those that came with the program.");

    public static readonly WholeNumberField WorkerCount = new("count", "How many trials run at once, each on one thread.", 1, 1_024)
    {
        Unit = "processes",
        DefaultWords = "one a processor core",
    };

    public static readonly QuantityField WorkerMemory = new("memory", "What one worker may use; data sets that it maps are left out.", 64 * Mega, Tera, isBytes: true)
    {
        Unit = "bytes",
        DefaultWords = "4 GiB",
    };

    public static readonly DurationField TrialTime = new("trial_time", "How long one run of a trial may take.", TimeSpan.FromSeconds(1), TimeSpan.FromDays(365))
    {
        DefaultValue = TimeSpan.FromDays(1),
    };

    public static readonly DurationField Silence = new("silence", "How long a worker may give no sign of progress, or the process of a language model neither answer nor compute.", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1))
    {
        DefaultValue = TimeSpan.FromMinutes(10),
    };

    public static readonly DurationField ScanInterval = new("scan_interval", "The longest time between two looks into the inbox.", TimeSpan.FromSeconds(0.1), TimeSpan.FromHours(1))
    {
        DefaultValue = TimeSpan.FromSeconds(1),
    };

    public static readonly DurationField Settle = new("settle", "How long a file must hold still before it is taken.", TimeSpan.FromSeconds(0.05), TimeSpan.FromMinutes(10))
    {
        DefaultValue = TimeSpan.FromSeconds(0.4),
    };

    public static readonly ChoiceField LogLevel = new("level", "What is worth writing.", ["trace", "debug", "information", "warning", "error"])
    {
        DefaultValue = "information",
    };

    public static readonly WholeNumberField LogFiles = new("files", "How many log files are kept.", 1, 1_000) { Unit = "files", DefaultValue = 10 };

    public static readonly DurationField KeptWeights = new(
        "weights", "How long the weights of finalists are kept in the state folder when their task has ended.", TimeSpan.Zero, TimeSpan.FromDays(36_500))
    {
        DefaultValue = RetentionSettings.Default.Weights,
    };

    public static readonly QuantityField KeptDisk = new(
        "disk", "What weights and checkpoints in the state folder may take; the oldest weights go first.", 0, 1_000 * Tera, isBytes: true)
    {
        Unit = "bytes",
        DefaultWords = "10 GiB",
    };

    public static readonly TextField Engine = new("engine", "The training engine of tasks that name none.", 100) { DefaultValue = "libtorch" };

    public static readonly NamedComponentsField LanguageModels = new(
        "language_models", "Language models by name. Every GGUF file in the model folder is one too, under the file's name.", catalogue => catalogue.LanguageModels);

    public static readonly TextField LanguageModel = new("language_model", "The language model of tasks that name none.", 100)
    {
        DefaultWords = "the file that NASDAEMON_MODEL names, else the first of language_models, else the first file in the model folder",
    };

    public static readonly FlagField LiveEnabled = new("enabled", "Whether the live page is served.") { DefaultValue = true };

    public static readonly TextField LiveAddress = new("address", "Where the live page is served. Any but a loopback address lets other machines ask.", 100)
    {
        DefaultValue = "127.0.0.1",
    };

    public static readonly WholeNumberField LivePort = new("port", "The port of the live page; 0 takes any that is free.", 0, 65_535)
    {
        DefaultValue = LiveSettings.UsualPort,
    };

    public static readonly TextListField LiveHosts = new(
        "hosts", "Names under which the live page may be asked for beside its address, such as that of a proxy before it.", 0)
    {
        DefaultValue = [],
    };

    public static readonly SectionField File = new(
        string.Empty,
        "The settings of NasDaemon.",
        [
            new SectionField("folders", "Where the daemon keeps things. Relative paths start from the home folder.", [Inbox, Outbox, State, Data, Models, Prompts, Library]),
            new SectionField("workers", "The processes that train.", [WorkerCount, WorkerMemory, TrialTime, Silence]),
            new SectionField("intake", "How tasks are taken.", [ScanInterval, Settle]),
            new SectionField("log", "What is written down.", [LogLevel, LogFiles]),
            new SectionField("retention", "What is kept, and for how long.", [KeptWeights, KeptDisk]),
            new SectionField("live", "The page on which the daemon can be watched.", [LiveEnabled, LiveAddress, LivePort, LiveHosts]),
            Engine,
            LanguageModels,
            LanguageModel,
        ]);

    private static TextField Folder(string name, string summary) => new(name, summary, LongestPath) { DefaultValue = name };
}
