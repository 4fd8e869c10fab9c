using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax.Expressions;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Evaluation;

/// <summary>Finds what names stand for.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class NameEvaluator(Interpreter interpreter)
{
    /// <summary>Reads a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="frame">The names around it.</param>
    /// <returns>Its value; null where an error was raised.</returns>
    public Value? Evaluate(NameExpression name, Frame frame)
    {
        if (frame.TryRead(name.Name, out var value, out var isUnbound) || BuiltinNames.TryFind(name.Name, out value))
        {
            return value;
        }

        interpreter.State.At(name.Position);
        return isUnbound
            ? interpreter.State.Raise("UnboundLocalError", $"cannot access local variable '{name.Name}' where it is not associated with a value")
            : interpreter.State.Raise("NameError", $"name '{name.Name}' is not defined", interpreter.State.TryTakeHint() ? Hint(name.Name, frame) : null);
    }

    private static string? Hint(string name, Frame frame)
    {
        var known = new List<string>(BuiltinNames.All);
        for (var around = frame; around is not null; around = around.Enclosing)
        {
            known.AddRange(around.Variables.Keys);
        }

        return NearestName.Find(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : null;
    }
}
