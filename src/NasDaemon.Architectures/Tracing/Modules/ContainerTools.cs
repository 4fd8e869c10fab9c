using System.Globalization;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Evaluation;
using NasDaemon.Architectures.Tracing.Objects;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary>What the containers of modules have in common.</summary>
internal static class ContainerTools
{
    /// <summary>The number of children as a key.</summary>
    /// <param name="index">The number.</param>
    /// <returns>The key.</returns>
    public static string Key(int index) => index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds a child under the next number.</summary>
    /// <param name="call">The call, for errors.</param>
    /// <param name="container">The container.</param>
    /// <param name="child">The child.</param>
    /// <returns>False where an error was raised.</returns>
    public static bool Append(BuiltinCall call, ModuleInstance container, Value child) =>
        AddNamed(call, container, Key(container.Children.Count), child);

    /// <summary>Adds a child under a name.</summary>
    /// <param name="call">The call, for errors.</param>
    /// <param name="container">The container.</param>
    /// <param name="name">The name.</param>
    /// <param name="child">The child.</param>
    /// <returns>False where an error was raised.</returns>
    public static bool AddNamed(BuiltinCall call, ModuleInstance container, string name, Value child)
    {
        if (child is not (ModuleInstance or NoneValue))
        {
            call.Raise("TypeError", $"{ModuleAttributes.TypeName(child)} is not a Module subclass");
            return false;
        }

        if (name.Contains('.', StringComparison.Ordinal))
        {
            call.Raise("KeyError", Representations.Quote($"module name can't contain \".\", got: {name}"));
            return false;
        }

        container.Children[name] = child;
        return call.Interpreter.State.ChargeCollection(container.Children.Count);
    }

    /// <summary>Adds several children under the next numbers.</summary>
    /// <param name="call">The call.</param>
    /// <param name="container">The container.</param>
    /// <param name="children">What holds the children.</param>
    /// <returns>False where an error was raised.</returns>
    public static bool Extend(BuiltinCall call, ModuleInstance container, Value children)
    {
        if (call.Interpreter.Iteration.Items(children) is not { } items)
        {
            return false;
        }

        foreach (var item in items)
        {
            if (!Append(call, container, item))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads a child by number, or several by a slice.</summary>
    /// <param name="call">The call: the container and the index.</param>
    /// <returns>The child, or a container of the same class; null where an error was raised.</returns>
    public static Value? Read(BuiltinCall call)
    {
        var container = (ModuleInstance)call[0];
        if (call[1] is not SliceValue slice)
        {
            return call.Integer(1) is { } index && Position(call, container, index) is { } position ? container.Children.GetAt(position).Value : null;
        }

        if (SliceRange.Of(call.Interpreter, slice, container.Children.Count) is not { } range)
        {
            return null;
        }

        var part = new ModuleInstance(container.Type.IsUserDefined ? BuiltinBase(container.Type) : container.Type, call.Interpreter) { IsReady = true };
        foreach (var at in range.Indices())
        {
            var (name, child) = container.Children.GetAt(at);
            part.Children[ReferenceEquals(part.Type, ModuleTypes.List) ? Key(part.Children.Count) : name] = child;
        }

        return part;
    }

    /// <summary>Replaces a child.</summary>
    /// <param name="call">The call: the container, the index and the child.</param>
    /// <returns><c>None</c>; null where an error was raised.</returns>
    public static Value? Write(BuiltinCall call)
    {
        var container = (ModuleInstance)call[0];
        return call.Integer(1) is { } index
            && Position(call, container, index) is { } position
            && AddNamed(call, container, container.Children.GetAt(position).Key, call[2])
            ? NoneValue.Instance
            : null;
    }

    /// <summary>Removes a child and numbers the others anew.</summary>
    /// <param name="call">The call: the container and the index.</param>
    /// <returns>The child; null where an error was raised.</returns>
    public static Value? Remove(BuiltinCall call)
    {
        var container = (ModuleInstance)call[0];
        var wanted = call.Values[1] is null ? -1 : call.Integer(1);
        if (wanted is not { } index || Position(call, container, index) is not { } position)
        {
            return null;
        }

        var (name, removed) = container.Children.GetAt(position);
        container.Children.Remove(name);
        Renumber(container, [.. container.Children.Values]);
        return removed;
    }

    /// <summary>Inserts a child and numbers the others anew.</summary>
    /// <param name="call">The call: the container, the index and the child.</param>
    /// <returns>The container; null where an error was raised.</returns>
    public static Value? Insert(BuiltinCall call)
    {
        var container = (ModuleInstance)call[0];
        if (call.Integer(1) is not { } index)
        {
            return null;
        }

        // PyTorch moves the children by their numbers, so that those with names of their own are missed.
        var count = container.Children.Count;
        for (var number = count - 1; container.Type.IsSubclassOf(ModuleTypes.Sequential) && number >= (index < 0 ? index + count : index); number--)
        {
            if (!container.Children.ContainsKey(Key(number)))
            {
                return call.Interpreter.Items.RaiseKey(new TextValue(Key(number)));
            }
        }

        if (!Append(call, container, call[2]))
        {
            return null;
        }

        var children = container.Children.Values.ToList();
        children.RemoveAt(children.Count - 1);
        children.Insert((int)Math.Clamp(index < 0 ? index + children.Count : index, 0, children.Count), call[2]);
        Renumber(container, children);
        return container;
    }

    /// <summary>The children as an iterator.</summary>
    /// <param name="call">The call: the container.</param>
    /// <returns>The iterator.</returns>
    public static Value Iterate(BuiltinCall call) => new ItemIterator("iterator", [.. ((ModuleInstance)call[0]).Children.Values]);

    /// <summary>The number of children.</summary>
    /// <param name="call">The call: the container.</param>
    /// <returns>The number.</returns>
    public static Value Count(BuiltinCall call) => new IntegerValue(((ModuleInstance)call[0]).Children.Count);

    private static ClassValue BuiltinBase(ClassValue type) => type.ResolutionOrder.First(entry => !entry.IsUserDefined);

    private static int? Position(BuiltinCall call, ModuleInstance container, long index)
    {
        var count = container.Children.Count;
        if (index < -count || index >= count)
        {
            call.Raise("IndexError", $"index {index} is out of range");
            return null;
        }

        return (int)(index < 0 ? index + count : index);
    }

    private static void Renumber(ModuleInstance container, List<Value> children)
    {
        container.Children.Clear();
        foreach (var child in children)
        {
            container.Children[Key(container.Children.Count)] = child;
        }
    }
}
