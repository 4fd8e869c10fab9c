using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The methods of <c>BaseException</c>.</summary>
internal static class ExceptionMethods
{
    /// <summary>All of them by name.</summary>
    /// <returns>The table.</returns>
    public static Dictionary<string, Value> Table()
    {
        var table = MethodTable.Of(
            ("with_traceback", "traceback", call => call[0]),
            ("add_note", "note", _ => NoneValue.Instance));
        table["__init__"] = new BuiltinFunction("__init__", "self * **", Initialise, isMethod: true);
        return table;
    }

    private static NoneValue Initialise(BuiltinCall call)
    {
        if (call[0] is InstanceValue exception)
        {
            exception.Attributes["args"] = new TupleValue(call.Rest);
        }

        return NoneValue.Instance;
    }
}
