using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Tracing;

/// <summary>Finds the parameters and buffers that a graph refers to.</summary>
internal static class StateReferences
{
    /// <summary>The names that a graph refers to.</summary>
    /// <param name="architecture">The graph.</param>
    /// <returns>The names.</returns>
    public static HashSet<string> In(Architecture architecture)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Add(architecture.Output, names);
        foreach (var node in architecture.Nodes)
        {
            foreach (var argument in node.Arguments)
            {
                Add(argument.Value, names);
            }
        }

        return names;
    }

    private static void Add(GraphArgument argument, HashSet<string> names)
    {
        if (argument is StateArgument state)
        {
            names.Add(state.Name);
        }
        else if (argument is ListArgument list)
        {
            foreach (var item in list.Items)
            {
                Add(item, names);
            }
        }
    }
}
