using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Calls;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of <c>object</c>. None of them stands in the way of what the source defines.</summary>
internal static class ObjectMethods
{
    /// <summary>All of them by name.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table()
    {
        var table = MethodTable.Of(
            ("__setattr__", "name value", SetAttribute),
            ("__getattribute__", "name", call => call.Text(1) is { } name ? ReadDirectly(call, name) : null),
            ("__delattr__", "name", call => call.Text(1) is { } name && call[0] is IObject special && special.Attributes.Remove(name) ? NoneValue.Instance : null),
            ("__repr__", "", call => call.Interpreter.Representations.RepresentDirectly(call[0]) is { } text ? new TextValue(text) : null),
            ("__str__", "", call => call.Interpreter.Representations.TextDirectly(call[0]) is { } text ? new TextValue(text) : null),
            ("__hash__", "", call => new IntegerValue(call.Interpreter.Identities.Of(call[0]))),
            ("__format__", "specification", call => call.Text(1) is { } format && Formatting.Format(call.Interpreter, new TextValue(call.Interpreter.Representations.TextDirectly(call[0]) ?? string.Empty), format) is { } text ? new TextValue(text) : null),
            ("__dir__", "", call => new ListValue([.. AttributeNames.Of(call[0]).Select(name => new TextValue(name))])));
        table["__new__"] = new StaticMethodValue(new BuiltinFunction("__new__", "cls * **", Allocate));
        table["__init__"] = new BuiltinFunction("__init__", "self * **", _ => NoneValue.Instance, isMethod: true);
        table["__init_subclass__"] = new ClassMethodValue(new BuiltinFunction("__init_subclass__", "cls **", _ => NoneValue.Instance));
        return table;
    }

    private static Value? Allocate(BuiltinCall call) => call[0] is ClassValue type
        ? Allocation.Make(call.Interpreter, type, new CallArguments([.. call.Rest], call.Keywords))
        : call.Raise("TypeError", $"object.__new__(X): X is not a type object ({call[0].TypeName})");

    private static Value? ReadDirectly(BuiltinCall call, string name)
    {
        if (call[0] is not IObject special)
        {
            return call.Interpreter.Attributes.Read(call[0], name);
        }

        var value = new InstanceAttributes(call.Interpreter).FindDirectly(call[0], special, name);
        return value is not null || call.Interpreter.State.Error is not null ? value : call.Interpreter.Attributes.RaiseMissing(call[0], name);
    }

    private static NoneValue? SetAttribute(BuiltinCall call) =>
        call.Text(1) is { } name && call.Interpreter.AttributeWriter.WriteDirectly(call[0], name, call[2]) ? NoneValue.Instance : null;
}
