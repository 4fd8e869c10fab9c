namespace NasDaemon.Commands.Data;

/// <summary><c>nasdaemon data</c>: lists data sets and brings them.</summary>
internal sealed class DataCommand : DocumentedCommand
{
    /// <summary>Makes the command.</summary>
    public DataCommand()
        : base("data", "Lists data sets, and brings those that can be had.", "nasdaemon data list\nnasdaemon data get mnist")
    {
        Add(new DataListCommand());
        Add(new DataGetCommand());
    }
}
