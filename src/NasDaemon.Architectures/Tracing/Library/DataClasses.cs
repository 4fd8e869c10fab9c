using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>Python's data classes: annotated fields become the arguments of a constructor.</summary>
internal static class DataClasses
{
    /// <summary>What <c>@dataclass(…)</c> with arguments decorates with.</summary>
    public static readonly BuiltinFunction Decorator = new("dataclass", "cls", call => Complete(call, call[0]));

    private static readonly ClassValue FieldType = new("Field", [CoreTypes.Object], CoreTypes.Object.ResolutionOrder);

    /// <summary><c>dataclasses.field</c>.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The field.</returns>
    public static Value? Field(BuiltinCall call)
    {
        var field = new InstanceValue(FieldType);
        foreach (var keyword in call.Keywords)
        {
            field.Attributes[keyword.Name] = keyword.Value;
        }

        return field;
    }

    /// <summary>Gives a class its constructor.</summary>
    /// <param name="call">The call, for errors.</param>
    /// <param name="value">The class.</param>
    /// <returns>The class; null where an error was raised.</returns>
    public static Value? Complete(BuiltinCall call, Value value)
    {
        if (value is not ClassValue { IsUserDefined: true } type)
        {
            return call.Raise("TypeError", "dataclass() takes a class");
        }

        var fields = type.ResolutionOrder.Reverse().SelectMany(entry => entry.FieldNames).Distinct().ToList();
        type.Attributes.TryAdd("__init__", new BuiltinFunction("__init__", "self * **", construction => Construct(construction, type, fields), isMethod: true));
        return type;
    }

    private static Value? Construct(BuiltinCall call, ClassValue type, List<string> fields)
    {
        if (call[0] is not InstanceValue instance)
        {
            return call.Raise("TypeError", $"{type.QualifiedName}.__init__() takes an instance");
        }

        if (call.Rest.Count > fields.Count)
        {
            var counts = $"takes {fields.Count + 1} positional arguments but {call.Rest.Count + 1} were given";
            return call.Raise("TypeError", $"{type.QualifiedName}.__init__() {counts}");
        }

        for (var index = 0; index < call.Rest.Count; index++)
        {
            instance.Attributes[fields[index]] = call.Rest[index];
        }

        foreach (var keyword in call.Keywords)
        {
            if (!fields.Contains(keyword.Name))
            {
                return call.Raise("TypeError", $"{type.QualifiedName}.__init__() got an unexpected keyword argument '{keyword.Name}'");
            }

            instance.Attributes[keyword.Name] = keyword.Value;
        }

        return FillDefaults(call, type, instance, fields) ? AfterConstruction(call, type, instance) : null;
    }

    private static bool FillDefaults(BuiltinCall call, ClassValue type, InstanceValue instance, List<string> fields)
    {
        foreach (var field in fields)
        {
            if (instance.Attributes.ContainsKey(field))
            {
                continue;
            }

            var value = type.Find(field) switch
            {
                InstanceValue { Type: var kind } special when ReferenceEquals(kind, FieldType) =>
                    special.Attributes.TryGetValue("default_factory", out var factory)
                        ? call.Interpreter.Calls.Call(factory, CallArguments.Of())
                        : special.Attributes.GetValueOrDefault("default"),
                var plain => plain,
            };
            if (value is null)
            {
                if (call.Interpreter.State.Error is null)
                {
                    call.Raise("TypeError", $"{type.QualifiedName}.__init__() missing 1 required positional argument: '{field}'");
                }

                return false;
            }

            instance.Attributes[field] = value;
        }

        return true;
    }

    private static Value? AfterConstruction(BuiltinCall call, ClassValue type, InstanceValue instance) =>
        type.Find("__post_init__") is { } method ? call.Interpreter.Calls.Call(method, CallArguments.Of(instance)) : NoneValue.Instance;
}
