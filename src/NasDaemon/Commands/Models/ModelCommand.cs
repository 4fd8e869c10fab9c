namespace NasDaemon.Commands.Models;

/// <summary><c>nasdaemon model</c>: lists language models, brings them, and tries one.</summary>
internal sealed class ModelCommand : DocumentedCommand
{
    /// <summary>Makes the command.</summary>
    public ModelCommand()
        : base(
            "model",
            "Lists language models, brings them, and tries one.",
            "nasdaemon model list\nnasdaemon model get qwen2.5-coder-1.5b\nnasdaemon model test qwen2.5-coder-1.5b")
    {
        Add(new ModelListCommand());
        Add(new ModelGetCommand());
        Add(new ModelTestCommand());
    }
}
