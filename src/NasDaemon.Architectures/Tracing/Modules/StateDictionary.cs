using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary><c>state_dict</c> and <c>load_state_dict</c>.</summary>
internal static class StateDictionary
{
    /// <summary>Lists the parameters and buffers of a module under their names.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The dictionary; null where an error was raised.</returns>
    public static Value? Read(BuiltinCall call)
    {
        var names = new DictionaryValue { IsOrdered = true };
        foreach (var (name, tensor) in Tensors(call, (ModuleInstance)call[0]))
        {
            if (!call.Interpreter.State.Step())
            {
                return null;
            }

            names.Entries[new TextValue(name)] = tensor;
        }

        return call.Interpreter.State.ChargeCollection(names.Entries.Count) ? names : null;
    }

    /// <summary>Gives parameters and buffers the values of others.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The names that were missing and those that were not expected; null where an error was raised.</returns>
    public static Value? Write(BuiltinCall call)
    {
        if (call[1] is not DictionaryValue given)
        {
            return call.Raise("TypeError", $"Expected state_dict to be dict-like, got <class '{call[1].TypeName}'>.");
        }

        var module = (ModuleInstance)call[0];
        var unexpected = given.Entries.Keys.ToHashSet(KeyComparer.Instance);
        var missing = new List<Value>();
        foreach (var (name, tensor) in Tensors(call, module).ToArray())
        {
            var key = new TextValue(name);
            unexpected.Remove(key);
            if (!given.Entries.TryGetValue(key, out var source))
            {
                missing.Add(key);
            }
            else if (source is StateTensor state && state.Sizes.SequenceEqual(tensor.Sizes))
            {
                tensor.Initialisation = state.Initialisation;
            }
            else
            {
                return call.Raise("RuntimeError", $"Error(s) in loading state_dict for {module.ClassName}:");
            }
        }

        var isStrict = call.Optional(2) is not BoolValue { Value: false };
        return isStrict && missing.Count + unexpected.Count > 0
            ? call.Raise("RuntimeError", $"Error(s) in loading state_dict for {module.ClassName}:")
            : new NamedTupleValue("_IncompatibleKeys", ["missing_keys", "unexpected_keys"], [new ListValue(missing), new ListValue([.. unexpected])]);
    }

    private static IEnumerable<(string Name, StateTensor Tensor)> Tensors(BuiltinCall call, ModuleInstance root)
    {
        foreach (var (path, module) in ModuleTree.Walk(call.Interpreter.State, root))
        {
            foreach (var (name, value) in module.Parameters.Concat(module.Buffers.Where(entry => !module.TransientBuffers.Contains(entry.Key))))
            {
                if (value is StateTensor tensor)
                {
                    yield return (ModuleTree.Join(path, name), tensor);
                }
            }
        }
    }
}
