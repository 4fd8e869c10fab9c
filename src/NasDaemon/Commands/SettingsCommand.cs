using System.CommandLine;
using NasDaemon.Commands.Output;
using NasDaemon.Pipeline.Configuration;

namespace NasDaemon.Commands;

/// <summary>A command that works with the daemon's folders: every such command takes <c>--config</c> and <c>--home</c>.</summary>
internal abstract class SettingsCommand : DocumentedCommand
{
    private const string ConfigName = "--config";
    private const string HomeName = "--home";
    private readonly Option<FileInfo> _config = new(ConfigName) { Description = "The settings file." };
    private readonly Option<DirectoryInfo> _home = new(HomeName)
    {
        Description = "The folder that holds inbox, outbox, state, data and models; NASDAEMON_HOME by default, else the current folder.",
    };

    private readonly Option<bool> _json = JsonOption.Create();

    /// <summary>Makes the command.</summary>
    /// <param name="name">What the user types.</param>
    /// <param name="description">What it does.</param>
    /// <param name="example">One or more lines that work as they stand.</param>
    protected SettingsCommand(string name, string description, string example)
        : base(name, description, example)
    {
        _config.AcceptExistingOnly();
        Add(_config);
        Add(_home);
        Add(_json);
        SetAction(StartAsync);
    }

    /// <summary>The settings file that a command line names.</summary>
    /// <param name="arguments">The parsed command line, of a command of this kind.</param>
    /// <returns>Its path; null where it names none.</returns>
    public static string? ConfigOf(ParseResult arguments) => arguments.GetValue<FileInfo>(ConfigName)?.FullName;

    /// <summary>The home folder that a command line works in.</summary>
    /// <param name="arguments">The parsed command line, of a command of this kind.</param>
    /// <returns>Its full path.</returns>
    public static string HomeOf(ParseResult arguments) =>
        Path.GetFullPath(arguments.GetValue<DirectoryInfo>(HomeName)?.FullName ?? Variable("NASDAEMON_HOME") ?? Environment.CurrentDirectory);

    /// <summary>Does what the command does.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="context">Settings, plugins and the console.</param>
    /// <param name="cancellation">The user wants it to end.</param>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation);

    private async Task<int> StartAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var console = arguments.InvocationConfiguration;
        var config = ConfigOf(arguments);
        var home = HomeOf(arguments);
        using var plugins = new CommandPlugins();
        var loaded = DaemonSettings.Load(config, home, () => plugins.Catalogue);
        if (loaded.Settings is not { } settings)
        {
            foreach (var problem in loaded.Problems)
            {
                console.Error.WriteLine(PlainText.Of(problem));
            }

            return ExitCode.Failed;
        }

        string[] leading = config is null ? ["--home", home] : ["--config", config, "--home", home];
        var context = new CommandContext(settings, [.. leading], plugins, console, arguments.GetValue(_json));
        try
        {
            return await RunAsync(arguments, context, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine(exception.Message);
            return ExitCode.Failed;
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
