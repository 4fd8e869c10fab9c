using NasDaemon.Abstractions.Graphs;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>Reads attributes.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class AttributeReader(Interpreter interpreter)
{
    private readonly TensorAttributes _tensors = new(interpreter);

    /// <summary>Reads an attribute.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The attribute.</param>
    /// <returns>Its value; null where an error was raised.</returns>
    public Value? Read(Value target, string name)
    {
        var value = Find(target, name);
        return value is not null || interpreter.State.Error is not null ? value : RaiseMissing(target, name);
    }

    /// <summary>Finds an attribute.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The attribute.</param>
    /// <returns>Its value; null where an error was raised, or, without an error, where there is none.</returns>
    public Value? Find(Value target, string name) => target switch
    {
        InstanceValue instance => FindOnInstance(instance, name),
        TensorValue tensor => _tensors.Find(tensor, name),
        NamespaceValue space => PythonLibrary.Find($"{space.Path}.{name}"),
        ClassValue type => FindOnClass(type, name),
        SuperValue parent => FindOnSuper(parent, name),
        UnknownValue unknown => new UnknownValue($"{unknown.Path}.{name}"),
        FunctionValue function => FindOnFunction(function, name),
        BoundMethodValue { Function: FunctionValue function } method => name == "__self__" ? method.Self : FindOnFunction(function, name),
        DeviceValue device when name == "type" => new TextValue(device.Name.Split(':')[0]),
        DeviceValue when name == "index" => NoneValue.Instance,
        PropertyValue property when name == "setter" => new BoundMethodValue(property, PropertySetter.Instance),
        ElementTypeValue element when name is "is_floating_point" => BoolValue.Of(element.Element is ElementType.Float32 or ElementType.Float64),
        SliceValue slice when name is "start" => slice.Start,
        SliceValue slice when name is "stop" => slice.Stop,
        SliceValue slice when name is "step" => slice.Step,
        _ when name == "__class__" => CoreTypes.Of(target),
        BuiltinFunction function when name == "__name__" => new TextValue(function.Name),
        CatalogueFunctionValue function when name == "__name__" => new TextValue(function.Function.Signature.Name),
        PartialValue call when name == "func" => call.Function,
        _ => CoreTypes.Of(target).Find(name) is { } found ? Bind(found, target, CoreTypes.Of(target)) : null,
    };

    /// <summary>Raises an <c>AttributeError</c>.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The attribute that is missing.</param>
    /// <returns>Null.</returns>
    public Value? RaiseMissing(Value target, string name)
    {
        switch (target)
        {
            case NamespaceValue space:
                var nearest = !interpreter.State.TryTakeHint() ? null : OperatorCatalogue.Default.Nearest($"{space.Path}.{name}");
                var message = $"module '{space.Path}' has no attribute '{name}'";
                return interpreter.State.Raise(
                    Abstractions.Failures.FailureClass.UnknownName, "AttributeError", message, nearest is null ? null : $"Did you mean '{nearest}'?");
            case ClassValue type:
                return interpreter.State.Raise("AttributeError", $"type object '{type.Name}' has no attribute '{name}'");
            case SuperValue:
                return interpreter.State.Raise("AttributeError", $"'super' object has no attribute '{name}'");
            default:
                return interpreter.State.Raise(
                    "AttributeError", $"'{target.TypeName}' object has no attribute '{name}'", interpreter.State.TryTakeHint() ? AttributeHints.For(target, name) : null);
        }
    }

    /// <summary>Binds what was found on a class to an object, as Python's descriptors do.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="self">The object.</param>
    /// <param name="type">The object's class.</param>
    /// <returns>The attribute; null where a property raised an error.</returns>
    public Value? Bind(Value found, Value self, ClassValue type) => found switch
    {
        FunctionValue or NativeModuleMethod => new BoundMethodValue(self, found),
        BuiltinFunction { IsMethod: true } => new BoundMethodValue(self, found),
        PropertyValue property => interpreter.Calls.Call(property.Getter, CallArguments.Of(self)),
        StaticMethodValue method => method.Function,
        ClassMethodValue method => new BoundMethodValue(type, method.Function),
        _ => found,
    };

    private Value? FindOnInstance(InstanceValue instance, string name)
    {
        var onClass = instance.Type.Find(name);
        if (onClass is PropertyValue property)
        {
            return interpreter.Calls.Call(property.Getter, CallArguments.Of(instance));
        }

        if (instance.Attributes.TryGetValue(name, out var own))
        {
            return own;
        }

        if (onClass is not null)
        {
            return Bind(onClass, instance, instance.Type);
        }

        if (instance is ModuleInstance module && module.FindRegistered(name) is { } registered)
        {
            return registered;
        }

        return FindSpecial(instance, name)
            ?? (instance.Type.Find("__getattr__") is FunctionValue fallback
                ? interpreter.Calls.Call(fallback, CallArguments.Of(instance, new TextValue(name)))
                : null);
    }

    private static Value? FindSpecial(InstanceValue instance, string name)
    {
        if (name == "__class__")
        {
            return instance.Type;
        }

        if (name != "__dict__")
        {
            return null;
        }

        var dictionary = new DictionaryValue();
        foreach (var (key, value) in instance.Attributes)
        {
            dictionary.Entries[new TextValue(key)] = value;
        }

        return dictionary;
    }

    private static Value? FindOnClass(ClassValue type, string name)
    {
        switch (name)
        {
            case "__name__":
                return new TextValue(type.Name);
            case "__qualname__":
                return new TextValue(type.QualifiedName);
            case "__module__":
                return new TextValue(type.DefiningModule ?? "builtins");
            case "__mro__":
                return new TupleValue(type.ResolutionOrder);
            case "__bases__":
                return new TupleValue(type.Bases);
            case "__class__":
                return CoreTypes.Type;
        }

        return type.Find(name) switch
        {
            null => type.UnknownBase is { } unknown ? new UnknownValue($"{unknown}.{name}") : null,
            StaticMethodValue method => method.Function,
            ClassMethodValue method => new BoundMethodValue(type, method.Function),
            { } found => found,
        };
    }

    private Value? FindOnSuper(SuperValue parent, string name)
    {
        if (parent.Order is not { } order)
        {
            return null;
        }

        if (order.FindAfter(parent.After, name) is { } found)
        {
            return Bind(found, parent.Self, order);
        }

        // PyTorch's __getattr__ finds parameters, buffers and children also through super().
        return name == "__getattr__" && parent.Self is ModuleInstance ? new BoundMethodValue(parent.Self, ModuleMethods.GetRegistered) : null;
    }

    private static Value? FindOnFunction(FunctionValue function, string name) => name switch
    {
        "__name__" => new TextValue(function.Name),
        "__qualname__" => new TextValue(function.QualifiedName),
        "__doc__" => NoneValue.Instance,
        _ => function.Attributes.TryGetValue(name, out var value) ? value : null,
    };
}
