using NasDaemon.Architectures.Syntax.Statements;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>Executes imports. Nothing is loaded: known names are bound to what the tracer knows of them, others to placeholders.</summary>
internal static class ImportExecutor
{
    /// <summary>Executes <c>import</c>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">The frame that takes the names.</param>
    /// <returns>True: an import of a module always succeeds.</returns>
    public static bool Import(ImportStatement statement, Frame frame)
    {
        foreach (var name in statement.Names)
        {
            var dot = name.Name.IndexOf('.', StringComparison.Ordinal);
            var bound = name.Alias is not null || dot < 0 ? name.Name : name.Name[..dot];
            frame.Bind(name.Alias ?? bound, PythonLibrary.Module(bound));
        }

        return true;
    }

    /// <summary>Executes <c>from … import</c>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">The frame that takes the names.</param>
    /// <returns>True: what is not known becomes a placeholder, since the network may not need it.</returns>
    public static bool ImportFrom(ImportFromStatement statement, Frame frame)
    {
        foreach (var name in statement.Names)
        {
            if (name.Name == "*")
            {
                PythonLibrary.BindAll(statement.Module, frame);
                continue;
            }

            var path = $"{statement.Module}.{name.Name}";
            frame.Bind(name.Alias ?? name.Name, PythonLibrary.Find(path) ?? new UnknownValue(path));
        }

        return true;
    }
}
