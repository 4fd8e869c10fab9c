using NasDaemon.Architectures.Modules;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>A method of a module of the catalogue.</summary>
/// <param name="definition">The module.</param>
/// <param name="name">The method's name.</param>
internal sealed class NativeModuleMethod(ModuleDefinition definition, string name) : Value
{
    /// <inheritdoc/>
    public override string TypeName => "function";

    /// <summary>Calls the method.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="arguments">The instance, and the other arguments.</param>
    /// <returns>What it returned; null where an error was raised.</returns>
    public Value? Call(Interpreter interpreter, CallArguments arguments)
    {
        if (definition.Methods.FirstOrDefault(method => method.Name == name) is { IsStatic: true } free)
        {
            var given = arguments.Positional is [ModuleInstance, ..] ? arguments.WithoutFirst() : arguments;
            return interpreter.State.Take(definition.Run(free, interpreter.State.Scope, new ModuleInstance(ModuleTypes.Module, interpreter), given));
        }

        if (arguments.Positional is not [ModuleInstance instance, ..])
        {
            return interpreter.State.Raise("TypeError", $"{definition.ClassName}.{name}() missing 1 required positional argument: 'self'");
        }

        var rest = arguments.WithoutFirst();
        var scope = interpreter.State.Scope;
        switch (name)
        {
            case "__init__":
                instance.IsReady = true;
                interpreter.State.Notes?.Make(instance, scope.Place);
                var made = interpreter.State.Take(definition.Construct(scope, instance, rest));
                interpreter.State.Notes?.Call(definition.ClassName, definition.ConstructorSignature, rest, made is not null);
                return made is not null && CheckSize(interpreter) ? made : null;
            case "forward":
                var result = interpreter.State.Take(definition.Forward(scope, instance, rest));
                interpreter.State.Notes?.Apply(instance, definition, rest, result is not null);
                return result;
            default:
                return interpreter.State.Take(definition.Run(definition.Methods.First(method => method.Name == name), scope, instance, rest));
        }
    }

    private static bool CheckSize(Interpreter interpreter)
    {
        var known = interpreter.Modules.Known;
        return known.Count <= interpreter.State.Limits.GraphNodes || interpreter.State.ChargeCollection(long.MaxValue / 2);
    }
}
