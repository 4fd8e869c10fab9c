using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>Sets and deletes attributes.</summary>
/// <param name="interpreter">The interpreter.</param>
internal sealed class AttributeWriter(Interpreter interpreter)
{
    private readonly ModuleAttributes _modules = new(interpreter);

    /// <summary>Sets an attribute, through a <c>__setattr__</c> of the source where there is one.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The attribute.</param>
    /// <param name="value">Its value.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Write(Value target, string name, Value value) =>
        target is IObject special && special.Type.Find("__setattr__") is FunctionValue method
            ? interpreter.Calls.Call(method, CallArguments.Of(target, new TextValue(name), value)) is not null
            : WriteDirectly(target, name, value);

    /// <summary>Sets an attribute as <c>object.__setattr__</c> and <c>nn.Module.__setattr__</c> do.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The attribute.</param>
    /// <param name="value">Its value.</param>
    /// <returns>False where an error was raised.</returns>
    public bool WriteDirectly(Value target, string name, Value value)
    {
        switch (target)
        {
            case IObject special when special.Type.Find(name) is PropertyValue property:
                return WriteProperty(target, property, name, value);
            case IObject special when special.Type.Find(name) is InstanceValue descriptor && SpecialMethods.Find(descriptor, "__set__") is { } setter:
                return SpecialMethods.Call(interpreter, setter, descriptor, target, value) is not null;
            case InstanceValue instance when name == "__class__" && value is ClassValue type:
                instance.Type = type;
                return true;
            case IObject special when name == "__dict__" && value is DictionaryValue names:
                return WriteAll(special, names);
            case ModuleInstance module:
                return _modules.Write(module, name, value);
            case IObject special:
                special.Attributes[name] = value;
                return interpreter.State.Charge(1);
            case ClassValue { IsUserDefined: true } type:
                type.Attributes[name] = value is FunctionValue && name == "__new__" ? new StaticMethodValue(value) : value;
                return interpreter.State.Charge(1);
            case NamespaceValue space when interpreter.Library.Write(space.Path, name, value):
                return interpreter.State.Charge(1);
            case PartialValue partial:
                partial.Attributes[name] = value;
                return interpreter.State.Charge(1);
            case FunctionValue function:
                function.Attributes[name] = value;
                return interpreter.State.Charge(1);
            case TensorValue tensor:
                return WriteTensor(tensor, name, value);
            case UnknownValue unknown:
                return interpreter.Calls.UseUnknown(unknown) is not null;
            case ClassValue or NamespaceValue or BuiltinFunction or CatalogueFunctionValue:
                interpreter.State.Refuse(FailureClass.UnsupportedSyntax, $"The tracer does not change the {target.TypeName} of which '{name}' is set.");
                return false;
            default:
                interpreter.State.Raise("AttributeError", $"'{target.TypeName}' object has no attribute '{name}'");
                return false;
        }
    }

    /// <summary>Deletes an attribute.</summary>
    /// <param name="target">The object.</param>
    /// <param name="name">The attribute.</param>
    /// <returns>False where an error was raised.</returns>
    public bool Delete(Value target, string name)
    {
        if (target is IObject special && special.Type.Find("__delattr__") is FunctionValue method)
        {
            return interpreter.Calls.Call(method, CallArguments.Of(target, new TextValue(name))) is not null;
        }

        if (target is IObject owner && owner.Type.Find(name) is PropertyValue { Deleter: { } deleter })
        {
            return interpreter.Calls.Call(deleter, CallArguments.Of(target)) is not null;
        }

        var isDeleted = target switch
        {
            ModuleInstance module => module.Parameters.Remove(name) || module.Buffers.Remove(name) || module.Children.Remove(name)
                || module.Attributes.Remove(name),
            IObject plain => plain.Attributes.Remove(name),
            FunctionValue function => function.Attributes.Remove(name),
            ClassValue { IsUserDefined: true } type => type.Attributes.Remove(name),
            _ => false,
        };
        if (!isDeleted)
        {
            interpreter.State.Raise("AttributeError", target is ModuleInstance ? $"'{target.TypeName}' object has no attribute '{name}'" : name);
        }

        return isDeleted;
    }

    private static bool WriteAll(IObject target, DictionaryValue names)
    {
        target.Attributes.Clear();
        foreach (var (key, value) in names.Entries)
        {
            if (key is TextValue name)
            {
                target.Attributes[name.Value] = value;
            }
        }

        return true;
    }

    private bool WriteProperty(Value instance, PropertyValue property, string name, Value value)
    {
        if (property.Setter is { } setter)
        {
            return interpreter.Calls.Call(setter, CallArguments.Of(instance, value)) is not null;
        }

        interpreter.State.Raise("AttributeError", $"property '{name}' of '{instance.TypeName}' object has no setter");
        return false;
    }

    private bool WriteTensor(TensorValue tensor, string name, Value value)
    {
        switch (name)
        {
            case "requires_grad" when tensor is StateTensor state:
                state.IsTrainable = value is BoolValue { Value: true };
                return true;
            case "requires_grad" or "grad":
                return true;
            case "data" when tensor is StateTensor state && value is TensorValue contents && (contents as StateTensor)?.Initialisation is { } first:
                state.Initialisation = first;
                return true;
            case "data" when tensor is StateTensor state && value is TensorValue { Contents: { } known }:
                state.Initialisation = known;
                return true;
            case "data":
                interpreter.State.Refuse(FailureClass.UnsupportedSyntax, "The tracer does not know the values that this tensor's data is set to.");
                return false;
            default:
                interpreter.State.Raise("AttributeError", $"'{tensor.TypeName}' object has no attribute '{name}'");
                return false;
        }
    }
}
