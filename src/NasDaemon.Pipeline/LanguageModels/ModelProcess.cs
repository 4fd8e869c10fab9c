using System.Diagnostics;
using System.Globalization;
using NasDaemon.Abstractions.LanguageModels;
using NasDaemon.Pipeline.LanguageModels.Protocol;
using NasDaemon.Pipeline.Processes;
using NasDaemon.Pipeline.Workers;

namespace NasDaemon.Pipeline.LanguageModels;

/// <summary>The process of a language model.</summary>
internal sealed class ModelProcess : MessageProcess<ModelCommand, ModelMessage>
{
    // A failed assertion would start a debugger where one is installed, and hang. The library reads it from the environment that the process began with.
    private static readonly KeyValuePair<string, string> NoDebugger = new("GGML_NO_BACKTRACE", "1");

    private ModelProcess(Process process)
        : base(process)
    {
    }

    /// <summary>Starts one.</summary>
    /// <param name="commandLine">How.</param>
    /// <param name="illegalInstructions">How often one with the same model was ended by an illegal instruction.</param>
    /// <param name="starter">What starts it.</param>
    public static async Task<ModelProcess> StartAsync(WorkerCommandLine commandLine, int illegalInstructions, ProcessStarter starter)
    {
        KeyValuePair<string, string>[] own =
        [
            NoDebugger,
            new(ChildProcessVariables.IllegalInstructions, illegalInstructions.ToString(CultureInfo.InvariantCulture)),
        ];
        return new ModelProcess(await StartAsync(commandLine.FileName, commandLine.Arguments, own.Concat(commandLine.Environment), starter).ConfigureAwait(false));
    }
}
