using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>Reads attributes.</summary>
internal sealed class AttributeReader
{
    private static readonly BuiltinFunction UnboundConstructor = new("__init__", "", _ => NoneValue.Instance);

    private readonly Interpreter _interpreter;
    private readonly TensorAttributes _tensors;
    private readonly InstanceAttributes _instances;

    /// <summary>Makes a reader.</summary>
    /// <param name="interpreter">The interpreter.</param>
    public AttributeReader(Interpreter interpreter) =>
        (_interpreter, _tensors, _instances) = (interpreter, new TensorAttributes(interpreter), new InstanceAttributes(interpreter));

    /// <summary>Reads an attribute.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The attribute's name.</param>
    /// <returns>The attribute; null where an error was raised.</returns>
    public Value? Read(Value target, string name)
    {
        var value = Find(target, name);
        return value is not null || _interpreter.State.Error is not null ? value : RaiseMissing(target, name);
    }

    /// <summary>Finds an attribute.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The attribute's name.</param>
    /// <returns>The attribute; null where there is none, and where an error was raised.</returns>
    public Value? Find(Value target, string name) => target switch
    {
        IObject special => _instances.Find(target, special, name),
        TensorValue tensor => _tensors.Find(tensor, name),
        NamespaceValue space => FindInModule(space, name),
        ClassValue type => FindOnClass(type, name),
        SuperValue parent => FindOnSuper(parent, name),
        UnknownValue unknown => unknown.Member(name),
        _ when name == "__class__" => CoreTypes.Of(target),
        _ => NativeAttributes.Find(target, name) ?? (CoreTypes.Of(target).Find(name) is { } found ? Bind(found, target, CoreTypes.Of(target)) : null),
    };

    /// <summary>Raises that an attribute is missing.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The attribute's name.</param>
    /// <returns>Null.</returns>
    public Value? RaiseMissing(Value target, string name)
    {
        _interpreter.State.Notes?.Miss(target, name);
        switch (target)
        {
            case NamespaceValue space:
                var nearest = !_interpreter.State.TryTakeHint() ? null : OperatorCatalogue.Default.Nearest($"{space.Path}.{name}");
                var message = $"module '{space.Path}' has no attribute '{name}'";
                return _interpreter.State.Raise(
                    Abstractions.Failures.FailureClass.UnknownName, "AttributeError", message, nearest is null ? null : $"Did you mean '{nearest}'?");
            case ClassValue type:
                return _interpreter.State.Raise("AttributeError", $"type object '{type.Name}' has no attribute '{name}'", AttributeHints.For(target, name));
            case SuperValue:
                return _interpreter.State.Raise("AttributeError", $"'super' object has no attribute '{name}'");
            default:
                return _interpreter.State.Raise(
                    "AttributeError", $"'{target.TypeName}' object has no attribute '{name}'", _interpreter.State.TryTakeHint() ? AttributeHints.For(target, name) : null);
        }
    }

    /// <summary>Makes what a class stores into what an object shows.</summary>
    /// <param name="found">What the class stores.</param>
    /// <param name="self">The object.</param>
    /// <param name="type">Its class.</param>
    /// <returns>The attribute; null where an error was raised.</returns>
    public Value? Bind(Value found, Value self, ClassValue type) => found switch
    {
        FunctionValue or NativeModuleMethod => new BoundMethodValue(self, found),
        BuiltinFunction { IsMethod: true } => new BoundMethodValue(self, found),
        PropertyValue property => _interpreter.Calls.Call(property.Getter, CallArguments.Of(self)),
        StaticMethodValue method => method.Function,
        ClassMethodValue method => BindToClass(method, type),
        InstanceValue descriptor when descriptor.Type.IsUserDefined && SpecialMethods.Find(descriptor, "__get__") is { } getter =>
            SpecialMethods.Call(_interpreter, getter, descriptor, self is ClassValue ? NoneValue.Instance : self, type),
        _ => found,
    };

    private Value? BindToClass(ClassMethodValue method, ClassValue type) => method.Function is PropertyValue property
        ? _interpreter.Calls.Call(property.Getter, CallArguments.Of(type))
        : new BoundMethodValue(type, method.Function);

    private Value? FindInModule(NamespaceValue space, string name) => name switch
    {
        "__name__" => new TextValue(space.Path),
        "__doc__" or "__file__" => NoneValue.Instance,
        _ => _interpreter.Library.Find(space.Path, name),
    };

    private Value? FindOnClass(ClassValue type, string name)
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
            case "__base__":
                return type.Bases.Count > 0 ? type.Bases[0] : NoneValue.Instance;
            case "__class__":
                return CoreTypes.Of(type);
            case "__dict__":
                return InstanceAttributes.Names(type.Attributes);
            case "__doc__":
                return type.Attributes.GetValueOrDefault(name) ?? NoneValue.Instance;
            case "__annotations__":
                return Annotations(type);
        }

        switch (type.Find(name))
        {
            case null:
                return FindOnMeta(type, name);
            case StaticMethodValue method:
                return method.Function;
            case ClassMethodValue method:
                return BindToClass(method, type);
            case InstanceValue descriptor:
                return Bind(descriptor, type, type);
            case var found:
                return found;
        }
    }

    private static DictionaryValue Annotations(ClassValue type)
    {
        var annotations = new DictionaryValue();
        foreach (var (field, _) in type.Fields)
        {
            annotations.Entries[new TextValue(field)] = new UnknownValue("typing.Any");
        }

        return annotations;
    }

    private Value? FindOnMeta(ClassValue type, string name)
    {
        var meta = CoreTypes.Of(type);
        if (meta.Find(name) is { } found)
        {
            return Bind(found, type, meta);
        }

        if (type.UnknownBase is { } unknown)
        {
            return new UnknownValue($"{unknown}.{name}");
        }

        return meta.Find("__getattr__") is FunctionValue fallback ? _interpreter.Calls.Call(fallback, CallArguments.Of(type, new TextValue(name))) : null;
    }

    private Value? FindOnSuper(SuperValue parent, string name)
    {
        // super() with a class alone is bound to nothing; its constructor is its own and does nothing.
        if (parent.Order is not { } order)
        {
            return name == "__init__" ? UnboundConstructor : null;
        }

        if (order.FindAfter(parent.After, name) is { } found)
        {
            return Bind(found, parent.Self, order);
        }

        // PyTorch's __getattr__ finds parameters, buffers and children also through super().
        return name == "__getattr__" && parent.Self is ModuleInstance ? new BoundMethodValue(parent.Self, ModuleMethods.GetRegistered) : null;
    }
}
