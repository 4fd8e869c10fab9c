using System.CommandLine;
using NasDaemon.Commands.Completion;
using NasDaemon.Commands.Data;
using NasDaemon.Pipeline.LanguageModels.Fetching;

namespace NasDaemon.Commands.Models;

/// <summary><c>nasdaemon model get</c>: brings a language model into the model folder.</summary>
internal sealed class ModelGetCommand : SettingsCommand
{
    private readonly Argument<string> _what = new("NAME|URL|FILE")
    {
        Description = "A name that nasdaemon model list shows, the address of a GGUF file, or a GGUF file; of a model in several parts any of them.",
        HelpName = "NAME|URL|FILE",
        CompletionSources = { NameCompletion.KnownModels },
    };

    private readonly Option<string> _as = new("--as") { Description = "What the model shall be called here; its own name by default." };

    /// <summary>Makes the command.</summary>
    public ModelGetCommand()
        : base(
            "get",
            "Brings a language model into the model folder and checks it. What was broken off goes on with the same command.",
            "nasdaemon model get qwen2.5-coder-1.5b\nnasdaemon model get ~/Downloads/coder.gguf --as coder")
    {
        Add(_what);
        Add(_as);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        using var fetch = new ModelFetch(context.Folders.Models, KnownModel.All, new LineProgress(context.Notes), TimeProvider.System);
        var result = await fetch.RunAsync(arguments.GetRequiredValue(_what), arguments.GetValue(_as), cancellation);
        if (result.File is not { } file)
        {
            await context.Error.WriteLineAsync(result.Problem);
            return ExitCode.Failed;
        }

        if (context.IsJson)
        {
            context.WriteJson(new { file.Name, Folder = context.Folders.Models });
            return ExitCode.Done;
        }

        await context.Output.WriteLineAsync($"{file.Name}: in {context.Folders.Models}. Try it: nasdaemon model test {file.Name}");
        return ExitCode.Done;
    }
}
