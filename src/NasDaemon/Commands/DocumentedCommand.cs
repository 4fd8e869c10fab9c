using System.CommandLine;

namespace NasDaemon.Commands;

/// <summary>A command whose help shows an example.</summary>
/// <param name="name">What the user types.</param>
/// <param name="description">What it does.</param>
/// <param name="example">One or more lines that work as they stand.</param>
internal abstract class DocumentedCommand(string name, string description, string example) : Command(name, description)
{
    /// <summary>One or more lines that work as they stand.</summary>
    public string Example { get; } = example;

    /// <summary>What it returns, as its help says it.</summary>
    public virtual string ExitCodes => ExitCode.Help;
}
