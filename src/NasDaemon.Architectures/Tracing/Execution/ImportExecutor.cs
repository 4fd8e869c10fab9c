using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Syntax.Statements;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Execution;

/// <summary>
/// Executes imports. What is not installed is only missed when it is used, since many sources import what they do not need;
/// but a source that is prepared for its absence is told at once.
/// </summary>
/// <param name="interpreter">The interpreter.</param>
/// <param name="annotations">Is told where the source puts annotations off.</param>
internal sealed class ImportExecutor(Interpreter interpreter, AnnotationChecker annotations)
{
    /// <summary>How many statements around the present one catch a failing import.</summary>
    public int Guards { get; set; }

    /// <summary>Executes <c>import a.b as c</c>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">Takes the names.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Import(ImportStatement statement, Frame frame)
    {
        foreach (var name in statement.Names)
        {
            if (!CheckInstalled(name.Name))
            {
                return false;
            }

            var dot = name.Name.IndexOf('.', StringComparison.Ordinal);
            var bound = name.Alias is not null || dot < 0 ? name.Name : name.Name[..dot];
            frame.Bind(name.Alias ?? bound, Module(bound, statement.Position));
        }

        return true;
    }

    /// <summary>Executes <c>from a import b as c</c>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="frame">Takes the names.</param>
    /// <returns>False where an error was raised.</returns>
    public bool ImportFrom(ImportFromStatement statement, Frame frame)
    {
        if (!CheckInstalled(statement.Module))
        {
            return false;
        }

        annotations.ArePostponed |= statement.Module == "__future__" && statement.Names.Any(name => name.Name == "annotations");
        foreach (var name in statement.Names)
        {
            var isBound = name.Name == "*" ? interpreter.Library.BindAll(statement.Module, frame) : Bind(statement, name, frame);
            if (!isBound)
            {
                return false;
            }
        }

        return true;
    }

    private static Value Module(string path, SourcePosition place)
    {
        if (!InstalledModules.Has(path))
        {
            return new UnknownValue(path) { ImportedAt = place };
        }

        return PythonLibrary.Module(path);
    }

    private bool Bind(ImportFromStatement statement, ImportName name, Frame frame)
    {
        if (!InstalledModules.Has(statement.Module) && !frame.Root().IsLibrary)
        {
            frame.Bind(name.Alias ?? name.Name, new UnknownValue($"{statement.Module}.{name.Name}") { ImportedAt = statement.Position });
            return true;
        }

        var found = interpreter.Library.Find(statement.Module, name.Name);
        if (found is null && interpreter.State.Error is null)
        {
            interpreter.State.Raise("ImportError", $"cannot import name '{name.Name}' from '{statement.Module}'");
        }

        if (found is UnknownValue && Guards > 0 && interpreter.State.Error is null && PythonLibrary.Module(statement.Module) is not UnknownValue)
        {
            interpreter.State.Raise("ImportError", $"cannot import name '{name.Name}' from '{statement.Module}'");
        }

        if (found is null || interpreter.State.Error is not null)
        {
            return false;
        }

        frame.Bind(name.Alias ?? name.Name, found);
        return true;
    }

    private bool CheckInstalled(string path)
    {
        if (Guards == 0 || InstalledModules.Has(path))
        {
            return true;
        }

        interpreter.State.Raise("ModuleNotFoundError", $"No module named '{path.Split('.')[0]}'");
        return false;
    }
}
