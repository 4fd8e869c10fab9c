using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Preludes;

/// <summary>Executes the modules that are written in Python, each once a trace, when the source first asks for one.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class PreludeLoader(Interpreter interpreter)
{
    private readonly Dictionary<string, Frame> _loaded = new(StringComparer.Ordinal);

    /// <summary>The names of a module.</summary>
    /// <param name="path">The module's path.</param>
    /// <returns>The names; null where the module is not written in Python, and where an error was raised.</returns>
    public Dictionary<string, Value>? Load(string path)
    {
        if (_loaded.TryGetValue(path, out var known))
        {
            return known.Variables;
        }

        if (PreludeSources.Find(path) is not { } module)
        {
            return null;
        }

        var frame = new Frame(FrameKind.Module, null, new Dictionary<string, Value>(StringComparer.Ordinal) { ["__name__"] = new TextValue(path) }) { IsLibrary = true };
        _loaded[path] = frame;
        var wasLoading = interpreter.Calls.IsLoading;
        interpreter.Calls.IsLoading = false;
        var completion = interpreter.Statements.ExecuteBlock(module.Body, frame);
        interpreter.Calls.IsLoading = wasLoading;
        return completion == Completion.Raise ? null : frame.Variables;
    }
}
