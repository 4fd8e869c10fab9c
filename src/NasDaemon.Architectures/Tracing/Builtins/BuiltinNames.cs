using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Builtins;

/// <summary>The names that every Python file sees.</summary>
internal static class BuiltinNames
{
    // They reach the machine or run text as code, so they do not exist here.
    private static readonly string[] Forbidden =
    [
        "eval", "exec", "open", "__import__", "compile", "input", "breakpoint", "exit", "quit", "memoryview", "bytes", "bytearray", "complex",
    ];

    private static readonly FrozenDictionary<string, Value> Names = Build();

    /// <summary>All names.</summary>
    public static IEnumerable<string> All => Names.Keys;

    /// <summary>Finds a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>False where there is none.</returns>
    public static bool TryFind(string name, [NotNullWhen(true)] out Value? value) => Names.TryGetValue(name, out value);

    private static FrozenDictionary<string, Value> Build()
    {
        var names = new Dictionary<string, Value>(StringComparer.Ordinal)
        {
            ["__name__"] = new TextValue("net"),
            ["NotImplemented"] = NotImplementedValue.Instance,
            ["Ellipsis"] = EllipsisValue.Instance,
        };
        ClassValue[] types =
        [
            CoreTypes.Object, CoreTypes.Type, CoreTypes.Integer, CoreTypes.Bool, CoreTypes.Float, CoreTypes.Text, CoreTypes.List, CoreTypes.Tuple,
            CoreTypes.Dictionary, CoreTypes.Set, CoreTypes.FrozenSet, CoreTypes.Range, CoreTypes.Slice, CoreTypes.Property, CoreTypes.StaticMethod,
            CoreTypes.ClassMethod,
        ];
        foreach (var type in types)
        {
            names[type.Name] = type;
        }

        foreach (var (name, type) in ExceptionTypes.All)
        {
            names[name] = type;
        }

        foreach (var function in ObjectFunctions.All.Concat(SequenceFunctions.All))
        {
            names[function.Name] = function;
        }

        foreach (var name in Forbidden)
        {
            names[name] = new UnknownValue(name);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
