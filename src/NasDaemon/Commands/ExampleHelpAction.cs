using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NasDaemon.Commands;

/// <summary>The usual help page, followed by the command's example and the exit codes.</summary>
/// <param name="page">Writes the usual page.</param>
internal sealed class ExampleHelpAction(HelpAction page) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = page.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command as DocumentedCommand;
        if (command is not null)
        {
            output.WriteLine("Example:");
            foreach (var line in command.Example.Split('\n'))
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }

        output.WriteLine(command?.ExitCodes ?? ExitCode.Help);
        return result;
    }
}
