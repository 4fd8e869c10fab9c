using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>Calls modules: a <c>__call__</c> of the source, or else <c>forward</c>, with the module's path noted for the graph.</summary>
internal static class ModuleCaller
{
    /// <summary>Calls a module.</summary>
    /// <param name="interpreter">The interpreter.</param>
    /// <param name="module">The module.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>What it returned; null where an error was raised.</returns>
    public static Value? Call(Interpreter interpreter, ModuleInstance module, CallArguments arguments)
    {
        var scope = interpreter.State.Scope;
        var (path, place) = (scope.ModulePath, scope.Place);
        scope.ModulePath = module.Path ?? path;
        var log = module.Path is null ? null : interpreter.State.ModuleCalls;
        var number = log?.Begin(module, arguments) ?? 0;
        var result = module.HasHooks ? CallWithHooks(interpreter, module, arguments) : CallForward(interpreter, module, arguments);
        log?.End(number, result);
        if (result is not null)
        {
            (scope.ModulePath, scope.Place) = (path, place);
        }

        return result;
    }

    private static Value? CallWithHooks(Interpreter interpreter, ModuleInstance module, CallArguments arguments)
    {
        var inputs = arguments;
        foreach (var hook in module.HooksBefore.ToArray())
        {
            if (interpreter.Calls.Call(hook, CallArguments.Of(module, new TupleValue(inputs.Positional))) is not { } changed)
            {
                return null;
            }

            inputs = changed switch
            {
                NoneValue => inputs,
                TupleValue tuple => inputs with { Positional = [.. tuple.Items] },
                _ => inputs with { Positional = [changed] },
            };
        }

        var result = CallForward(interpreter, module, inputs);
        foreach (var hook in module.HooksAfter.ToArray())
        {
            if (result is null || interpreter.Calls.Call(hook, CallArguments.Of(module, new TupleValue(inputs.Positional), result)) is not { } changed)
            {
                return null;
            }

            result = changed is NoneValue ? result : changed;
        }

        return result;
    }

    private static Value? CallForward(Interpreter interpreter, ModuleInstance module, CallArguments arguments)
    {
        if (module.Type.Find("__call__") is { } method)
        {
            return interpreter.Calls.Call(method, arguments.Prepend(module));
        }

        if (module.Attributes.TryGetValue("forward", out var own))
        {
            return interpreter.Calls.Call(own, arguments);
        }

        if (module.Type.Find("forward") is not { } forward)
        {
            return interpreter.State.Raise(
                "NotImplementedError", $"Module [{module.ClassName}] is missing the required \"forward\" function");
        }

        return interpreter.Attributes.Bind(forward, module, module.Type) is { } bound ? interpreter.Calls.Call(bound, arguments) : null;
    }
}
