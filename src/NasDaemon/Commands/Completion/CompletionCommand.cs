using System.CommandLine;
using NasDaemon.Commands.Output;

namespace NasDaemon.Commands.Completion;

/// <summary><c>nasdaemon completion</c>: prints what makes a shell complete commands, options, and the names of tasks, models and data sets.</summary>
internal sealed class CompletionCommand : DocumentedCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish"];
    private readonly Argument<string> _shell = new("SHELL") { Description = "The shell." };
    private readonly Option<bool> _json = JsonOption.Create();

    /// <summary>Makes the command.</summary>
    public CompletionCommand()
        : base(
            "completion",
            "Prints a script that makes a shell complete commands, options and names.",
            "source <(nasdaemon completion bash)\nnasdaemon completion fish > ~/.config/fish/completions/nasdaemon.fish")
    {
        _shell.AcceptOnlyFromAmong(Shells);
        Add(_shell);
        Add(_json);
        SetAction(arguments => Run(arguments.InvocationConfiguration.Output, arguments.GetRequiredValue(_shell), arguments.GetValue(_json)));
    }

    private static int Run(TextWriter output, string shell, bool isJson)
    {
        var script = Script(shell);
        output.Write(isJson ? ResultJson.Write(new { Shell = shell, Script = script }) + Environment.NewLine : script);
        return ExitCode.Done;
    }

    private static string Script(string shell)
    {
        using var stream = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"nasdaemon.{shell}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
