using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Calls;

/// <summary>Built-in functions that look at the frame that calls them: <c>super()</c>, <c>locals()</c>, <c>globals()</c>.</summary>
internal static class FrameFunctions
{
    /// <summary>Calls the function.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="function">The function.</param>
    /// <param name="frame">The frame that calls it.</param>
    /// <returns>What it returned; null where an error was raised.</returns>
    public static Value? Call(Interpreter interpreter, BuiltinFunction function, Frame frame) => function.Name switch
    {
        "super" => Super(interpreter, frame),
        "globals" => Names(frame.Root()),
        _ => Names(frame),
    };

    private static Value? Super(Interpreter interpreter, Frame frame)
    {
        for (var around = frame; around is not null; around = around.Enclosing)
        {
            if (around.Function is { Owner: { } owner } function)
            {
                return function.Parameters.Length > 0 && around.Variables.TryGetValue(function.Parameters[0].Name, out var self)
                    ? new SuperValue(owner, self)
                    : interpreter.State.Raise("RuntimeError", "super(): no arguments");
            }
        }

        return interpreter.State.Raise("RuntimeError", "super(): __class__ cell not found");
    }

    private static DictionaryValue Names(Frame frame)
    {
        var names = new DictionaryValue();
        foreach (var (name, value) in frame.Variables)
        {
            names.Entries[new TextValue(name)] = value;
        }

        return names;
    }
}
