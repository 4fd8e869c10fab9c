using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>Makes tables of built-in methods.</summary>
internal static class MethodTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="methods">Names, parameters behind the object itself, and bodies.</param>
    /// <returns>The methods by name.</returns>
    public static Dictionary<string, Value> Of(params (string Name, string Parameters, BuiltinBody Body)[] methods) => Of(null, methods);

    /// <summary>Makes a table.</summary>
    /// <param name="owner">The class that error texts show; null where they show none.</param>
    /// <param name="methods">Names, parameters behind the object itself, and bodies.</param>
    /// <returns>The methods by name.</returns>
    public static Dictionary<string, Value> Of(FunctionOwner? owner, params (string Name, string Parameters, BuiltinBody Body)[] methods)
    {
        var table = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, parameters, body) in methods)
        {
            table[name] = new BuiltinFunction(name, $"self {parameters}", body, isMethod: true) { Owner = owner };
        }

        return table;
    }
}
