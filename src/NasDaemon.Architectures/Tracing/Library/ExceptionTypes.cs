using System.Collections.Frozen;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>Python's exceptions.</summary>
internal static class ExceptionTypes
{
    /// <summary>The root of all exceptions.</summary>
    public static readonly ClassValue Base = new("BaseException", [CoreTypes.Object], CoreTypes.Object.ResolutionOrder)
    {
        IsException = true,
        Attributes = ExceptionMethods.Table(),
    };

    private static readonly FrozenDictionary<string, ClassValue> Known = Build();

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, ClassValue> All => Known;

    /// <summary>Finds one.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The class; <c>RuntimeError</c> where the name is not known.</returns>
    public static ClassValue Find(string name) => Known.TryGetValue(name, out var found) ? found : Known["RuntimeError"];

    private static FrozenDictionary<string, ClassValue> Build()
    {
        var all = new Dictionary<string, ClassValue>(StringComparer.Ordinal) { [Base.Name] = Base };
        Add(all, "BaseException", "Exception", "KeyboardInterrupt", "SystemExit", "GeneratorExit");
        Add(all, "Exception", "ArithmeticError", "AssertionError", "AttributeError", "EOFError", "ImportError", "LookupError");
        Add(all, "Exception", "MemoryError", "NameError", "OSError", "RuntimeError", "StopIteration", "SyntaxError", "TypeError", "ValueError", "Warning");
        Add(all, "ArithmeticError", "OverflowError", "ZeroDivisionError", "FloatingPointError");
        Add(all, "ImportError", "ModuleNotFoundError");
        Add(all, "LookupError", "IndexError", "KeyError");
        Add(all, "NameError", "UnboundLocalError");
        Add(all, "RuntimeError", "NotImplementedError", "RecursionError");
        Add(all, "OSError", "FileNotFoundError", "PermissionError", "TimeoutError");
        Add(all, "ValueError", "UnicodeError");
        Add(all, "Warning", "UserWarning", "DeprecationWarning", "FutureWarning", "RuntimeWarning");
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, ClassValue> all, string parent, params string[] names)
    {
        var root = all[parent];
        foreach (var name in names)
        {
            all[name] = new ClassValue(name, [root], root.ResolutionOrder);
        }
    }
}
