using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Syntax;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>Reads attributes of objects: what the class computes, what the object has, what the class has, what <c>__getattr__</c> finds.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class InstanceAttributes(Interpreter interpreter)
{
    /// <summary>Finds an attribute.</summary>
    /// <param name="target">The object.</param>
    /// <param name="special">The object as one with a class.</param>
    /// <param name="name">The attribute's name.</param>
    /// <returns>The attribute; null where there is none, and where an error was raised.</returns>
    public Value? Find(Value target, IObject special, string name)
    {
        if (special.Type.ReadsAttributesItself && special.Type.Find("__getattribute__") is FunctionValue reader)
        {
            return interpreter.Calls.Call(reader, CallArguments.Of(target, new TextValue(name)));
        }

        return FindDirectly(target, special, name);
    }

    /// <summary>Finds an attribute as <c>object.__getattribute__</c> does, and then by <c>__getattr__</c>.</summary>
    /// <param name="target">The object.</param>
    /// <param name="special">The object as one with a class.</param>
    /// <param name="name">The attribute's name.</param>
    /// <returns>The attribute; null where there is none, and where an error was raised.</returns>
    public Value? FindDirectly(Value target, IObject special, string name)
    {
        var onClass = special.Type.Find(name);
        if (onClass is PropertyValue || (onClass is InstanceValue descriptor && SpecialMethods.Find(descriptor, "__set__") is not null))
        {
            var place = interpreter.State.Scope.Place;
            return interpreter.Attributes.Bind(onClass, target, special.Type) ?? AfterFailure(target, special, name, place);
        }

        if (special.Attributes.TryGetValue(name, out var own))
        {
            return own;
        }

        if (onClass is not null)
        {
            return interpreter.Attributes.Bind(onClass, target, special.Type);
        }

        if (target is ModuleInstance module && module.FindRegistered(name) is { } registered)
        {
            return registered;
        }

        return FindBuiltIn(target, special, name) ?? FindByFallback(target, special, name);
    }

    /// <summary>Attributes as a dictionary; writing to it does not write to them.</summary>
    /// <param name="attributes">The attributes.</param>
    /// <returns>The dictionary.</returns>
    public static DictionaryValue Names(IEnumerable<KeyValuePair<string, Value>> attributes)
    {
        var dictionary = new DictionaryValue();
        foreach (var (key, value) in attributes)
        {
            dictionary.Entries[new TextValue(key)] = value;
        }

        return dictionary;
    }

    private static Value? FindBuiltIn(Value target, IObject special, string name) => name switch
    {
        "__class__" => special.Type,
        "__dict__" => new LinkedDictionary(special.Attributes),
        "__doc__" => special.Type.Attributes.GetValueOrDefault(name) ?? NoneValue.Instance,
        "__module__" => new TextValue(special.Type.DefiningModule ?? "net"),
        "__cause__" or "__context__" or "__traceback__" when special.Type.IsException => NoneValue.Instance,
        "value" when special.Type.IsException && special.Attributes.GetValueOrDefault("args") is TupleValue { Items: [var first, ..] } => first,
        "_modules" or "_parameters" or "_buffers" when target is ModuleInstance module => ModuleTables.Open(module, name),
        _ => null,
    };

    // What a property raises as a missing attribute makes Python ask __getattr__; that of nn.Module then names the property itself.
    private Value? AfterFailure(Value target, IObject special, string name, SourcePosition place)
    {
        if (interpreter.State.Error is not { IsRefusal: false, Type.Name: "AttributeError" } error)
        {
            return null;
        }

        var fallback = special.Type.Find("__getattr__") as FunctionValue;
        if (fallback is null && target is not ModuleInstance)
        {
            return null;
        }

        interpreter.State.Error = null;
        interpreter.State.Scope.Place = place;
        if (fallback is not null)
        {
            return interpreter.Calls.Call(fallback, CallArguments.Of(target, new TextValue(name)));
        }

        interpreter.Attributes.RaiseMissing(target, name);
        interpreter.State.Error = interpreter.State.Error! with { Hint = $"The property raised: {error.Message}" };
        return null;
    }

    private Value? FindByFallback(Value target, IObject special, string name) => special.Type.Find("__getattr__") is FunctionValue fallback
        ? interpreter.Calls.Call(fallback, CallArguments.Of(target, new TextValue(name)))
        : null;
}
