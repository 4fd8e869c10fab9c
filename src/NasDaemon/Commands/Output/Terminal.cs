using Spectre.Console;

namespace NasDaemon.Commands.Output;

/// <summary>The terminal that a command may draw on.</summary>
internal static class Terminal
{
    /// <summary>Finds out whether a command's output is a terminal.</summary>
    /// <param name="output">Where the command writes.</param>
    /// <returns>The terminal; null where the output goes to a pipe or a file, which get plain text.</returns>
    public static IAnsiConsole? For(TextWriter output)
    {
        if (Console.IsOutputRedirected || !ReferenceEquals(output, Console.Out))
        {
            return null;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        return console.Profile.Capabilities.Ansi ? console : null;
    }
}
