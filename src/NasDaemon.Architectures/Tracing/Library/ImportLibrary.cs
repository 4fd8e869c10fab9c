using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Preludes;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>Finds what a source imports: in the tables that all traces share, or in the modules that are written in Python.</summary>
internal sealed class ImportLibrary
{
    private readonly Interpreter _interpreter;
    private readonly PreludeLoader _preludes;

    /// <summary>Makes a library for one trace.</summary>
    /// <param name="interpreter">The interpreter.</param>
    public ImportLibrary(Interpreter interpreter) => (_interpreter, _preludes) = (interpreter, new PreludeLoader(interpreter));

    /// <summary>Finds something in a module.</summary>
    /// <param name="module">The module's path.</param>
    /// <param name="name">The name.</param>
    /// <returns>What it is, a placeholder where that is not known, null where the module has nothing of that name or an error was raised.</returns>
    public Value? Find(string module, string name)
    {
        if (module == "builtins" && BuiltinNames.TryFind(name, out var builtin))
        {
            return builtin;
        }

        if (PythonLibrary.TryFind(module, name, out var known) && known is not (UnknownValue or NamespaceValue))
        {
            return known;
        }

        // What a module binds hides a module below it of the same name: torchvision.models.alexnet is a function.
        if (_preludes.Load(module) is { } names && names.TryGetValue(name, out var written))
        {
            return written;
        }

        return _interpreter.State.Error is null ? PythonLibrary.Find($"{module}.{name}") : null;
    }

    /// <summary>Sets a name of a module that is written in Python, for this trace.</summary>
    /// <param name="module">The module's path.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <returns>False where the module is no such one.</returns>
    public bool Write(string module, string name, Value value)
    {
        if (_preludes.Load(module) is not { } names)
        {
            return false;
        }

        names[name] = value;
        return true;
    }

    /// <summary>Binds every public name of a module, as <c>from module import *</c> does.</summary>
    /// <param name="module">The module's path.</param>
    /// <param name="frame">Takes the names.</param>
    /// <returns>False where an error was raised.</returns>
    public bool BindAll(string module, Frame frame)
    {
        PythonLibrary.BindAll(module, frame);
        foreach (var (name, value) in _preludes.Load(module) ?? [])
        {
            if (!name.StartsWith('_') && value is not NamespaceValue)
            {
                frame.Bind(name, value);
            }
        }

        return _interpreter.State.Error is null;
    }
}
