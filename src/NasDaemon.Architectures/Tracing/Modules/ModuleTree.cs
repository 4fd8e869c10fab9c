using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Errors;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>Walks over a module and what it contains.</summary>
internal static class ModuleTree
{
    // Looking at a module takes as long as copying so many items.
    private const int ElementsOfAModule = 128;

    /// <summary>Walks over a module and its descendants, each once, parents first.</summary>
    /// <param name="state">Counts the modules; the walk ends early where a limit is reached.</param>
    /// <param name="root">The module.</param>
    /// <param name="prefix">The path of the module itself.</param>
    /// <returns>Paths and modules.</returns>
    public static IEnumerable<(string Path, ModuleInstance Module)> Walk(TraceState state, ModuleInstance root, string prefix = "")
    {
        var seen = new HashSet<ModuleInstance>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(string Path, ModuleInstance Module)>();
        pending.Push((prefix, root));
        while (pending.TryPop(out var next) && state.Visit(ElementsOfAModule + next.Path.Length))
        {
            if (!seen.Add(next.Module))
            {
                continue;
            }

            yield return next;
            if (!next.Module.HasChildren)
            {
                continue;
            }

            for (var index = next.Module.Children.Count - 1; index >= 0; index--)
            {
                var (name, child) = next.Module.Children.GetAt(index);
                if (child is ModuleInstance module)
                {
                    pending.Push((Join(next.Path, name), module));
                }
            }
        }
    }

    /// <summary>Joins a path and a name.</summary>
    /// <param name="path">The path.</param>
    /// <param name="name">The name.</param>
    /// <returns>The path of the name.</returns>
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary><c>modules()</c> and <c>named_modules()</c>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="withNames">Whether names are given too.</param>
    /// <returns>An iterator.</returns>
    public static Value Modules(BuiltinCall call, bool withNames) => new ItemIterator(
        "generator",
        [.. Walk(call.Interpreter.State, (ModuleInstance)call[0], Prefix(call, withNames ? 2 : -1)).Select(entry => withNames ? Pair(entry.Path, entry.Module) : (Value)entry.Module)]);

    /// <summary><c>children()</c> and <c>named_children()</c>.</summary>
    /// <param name="module">The module.</param>
    /// <param name="withNames">Whether names are given too.</param>
    /// <returns>An iterator.</returns>
    public static Value Children(ModuleInstance module, bool withNames)
    {
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var items = new List<Value>();
        foreach (var (name, child) in module.Children)
        {
            if (child is ModuleInstance && seen.Add(child))
            {
                items.Add(withNames ? Pair(name, child) : child);
            }
        }

        return new ItemIterator("generator", items);
    }

    /// <summary><c>parameters()</c>, <c>buffers()</c> and their forms with names.</summary>
    /// <param name="call">The call.</param>
    /// <param name="withNames">Whether names are given too.</param>
    /// <param name="buffers">Whether buffers are wanted, not parameters.</param>
    /// <returns>An iterator.</returns>
    public static Value Tensors(BuiltinCall call, bool withNames, bool buffers)
    {
        var root = (ModuleInstance)call[0];
        var recurse = call.Values[withNames ? 2 : 1] is not BoolValue { Value: false };
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var items = new List<Value>();
        foreach (var (path, module) in Walk(call.Interpreter.State, root, Prefix(call, withNames ? 1 : -1)).Take(recurse ? int.MaxValue : 1))
        {
            foreach (var (name, tensor) in buffers ? module.Buffers : module.Parameters)
            {
                if (tensor is StateTensor && seen.Add(tensor))
                {
                    items.Add(withNames ? Pair(Join(path, name), tensor) : tensor);
                }
            }
        }

        return new ItemIterator("generator", items);
    }

    private static string Prefix(BuiltinCall call, int index) => index >= 0 && call.Values[index] is TextValue text ? text.Value : string.Empty;

    private static TupleValue Pair(string name, Value value) => new([new TextValue(name), value]);
}
