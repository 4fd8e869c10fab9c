using NasDaemon.Architectures.Modules;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>The <c>__init__</c> or <c>forward</c> of a module of the catalogue.</summary>
/// <param name="definition">The module.</param>
/// <param name="isConstructor">True for <c>__init__</c>.</param>
internal sealed class NativeModuleMethod(ModuleDefinition definition, bool isConstructor) : Value
{
    /// <inheritdoc/>
    public override string TypeName => "function";

    /// <summary>Calls the method.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="arguments">The instance, and the other arguments.</param>
    /// <returns>What it returned; null where an error was raised.</returns>
    public Value? Call(Interpreter interpreter, CallArguments arguments)
    {
        var name = isConstructor ? "__init__" : "forward";
        if (arguments.Positional is not [ModuleInstance instance, ..])
        {
            return interpreter.State.Raise("TypeError", $"{definition.ClassName}.{name}() missing 1 required positional argument: 'self'");
        }

        var rest = new CallArguments([.. arguments.Positional.Skip(1)], arguments.Keywords);
        if (!isConstructor)
        {
            return interpreter.State.Take(definition.Forward(interpreter.State.Scope, instance, rest));
        }

        instance.IsReady = true;
        return interpreter.State.Take(definition.Construct(interpreter.State.Scope, instance, rest)) is { } made && CheckSize(interpreter) ? made : null;
    }

    private static bool CheckSize(Interpreter interpreter)
    {
        var known = interpreter.Modules.Known;
        return known.Count <= interpreter.State.Limits.GraphNodes || interpreter.State.ChargeCollection(long.MaxValue / 2);
    }
}
