using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Frames;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Preludes;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>What can be imported: PyTorch's classes and functions as the catalogue has them, and the parts of Python's library that networks use.</summary>
internal static class PythonLibrary
{
    // What is not found in these does not exist, as far as the tracer knows; elsewhere it may well exist, unknown to the tracer.
    private static readonly FrozenSet<string> Closed = new[] { "torch", "torch.nn", "torch.nn.functional", "torch.nn.init", "math" }
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Value> Known = Build();
    private static readonly FrozenDictionary<string, Value>.AlternateLookup<ReadOnlySpan<char>> KnownBySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int LongestPath = Known.Keys.Max(path => path.Length);

    /// <summary>Finds something by its full path.</summary>
    /// <param name="path">The path, e.g. <c>torch.nn.Conv2d</c>.</param>
    /// <returns>What it is, a placeholder where that is not known, null where there is nothing of that name.</returns>
    public static Value? Find(string path)
    {
        if (Known.TryGetValue(path, out var value))
        {
            return value;
        }

        var dot = path.LastIndexOf('.');
        return dot > 0 && Closed.Contains(path[..dot]) ? null : new UnknownValue(path);
    }

    /// <summary>Finds what the tables in C# know.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="value">What it is.</param>
    /// <returns>False where it is not known; a module in Python may still have it.</returns>
    public static bool TryFind(string path, [NotNullWhen(true)] out Value? value) => Known.TryGetValue(path, out value);

    /// <summary>Finds what the tables in C# know of a module.</summary>
    /// <param name="module">The module's path.</param>
    /// <param name="name">The name in it.</param>
    /// <param name="value">What it is.</param>
    /// <returns>False where it is not known; a module in Python may still have it.</returns>
    public static bool TryFind(string module, string name, [NotNullWhen(true)] out Value? value)
    {
        var length = module.Length + 1 + name.Length;
        Span<char> path = stackalloc char[LongestPath];
        if (length > path.Length)
        {
            value = null;
            return false;
        }

        module.CopyTo(path);
        path[module.Length] = '.';
        name.CopyTo(path[(module.Length + 1)..]);
        return KnownBySpan.TryGetValue(path[..length], out value);
    }

    /// <summary>Finds a module.</summary>
    /// <param name="path">Its full path.</param>
    /// <returns>The module, or a placeholder.</returns>
    public static Value Module(string path) => Known.TryGetValue(path, out var value) ? value : new UnknownValue(path);

    /// <summary>Binds every public name of a module, as <c>from module import *</c> does.</summary>
    /// <param name="path">The module's full path.</param>
    /// <param name="frame">Takes the names.</param>
    public static void BindAll(string path, Frame frame)
    {
        var prefix = $"{path}.";
        foreach (var (name, value) in Known)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && !name.AsSpan(prefix.Length).ContainsAny('.', '_'))
            {
                frame.Bind(name[prefix.Length..], value);
            }
        }
    }

    private static FrozenDictionary<string, Value> Build()
    {
        var known = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var path in OperatorCatalogue.Default.FunctionPaths)
        {
            if (OperatorCatalogue.Default.TryFindFunction(path, out var function))
            {
                known[path] = new CatalogueFunctionValue(function);
            }
        }

        foreach (var (path, type) in ModuleTypes.All)
        {
            known[path] = type;
        }

        TorchLibrary.Add(known);
        MathLibrary.Add(known);
        StandardLibrary.Add(known);
        known["builtins"] = new NamespaceValue("builtins");
        foreach (var path in PreludeSources.Paths)
        {
            known.TryAdd(path, new NamespaceValue(path));
        }

        AddNamespaces(known);
        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Every prefix of a known path is a module.
    private static void AddNamespaces(Dictionary<string, Value> known)
    {
        foreach (var path in known.Keys.ToArray())
        {
            for (var dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
            {
                known.TryAdd(path[..dot], new NamespaceValue(path[..dot]));
            }
        }
    }
}
