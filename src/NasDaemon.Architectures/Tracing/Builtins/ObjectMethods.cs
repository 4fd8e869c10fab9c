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
            ("__getattribute__", "name", call => call.Text(1) is { } name ? call.Interpreter.Attributes.Read(call[0], name) : null),
            ("__repr__", "", call => call.Interpreter.Representations.Represent(call[0]) is { } text ? new TextValue(text) : null),
            ("__str__", "", call => call.Interpreter.Representations.Text(call[0]) is { } text ? new TextValue(text) : null),
            ("__hash__", "", call => new IntegerValue(0)));
        table["__init__"] = new BuiltinFunction("__init__", "self * **", _ => NoneValue.Instance, isMethod: true);
        table["__init_subclass__"] = new ClassMethodValue(new BuiltinFunction("__init_subclass__", "cls **", _ => NoneValue.Instance));
        return table;
    }

    private static NoneValue? SetAttribute(BuiltinCall call) =>
        call.Text(1) is { } name && call.Interpreter.AttributeWriter.WriteDirectly(call[0], name, call[2]) ? NoneValue.Instance : null;
}
