using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Modules;

/// <summary><c>_modules</c>, <c>_parameters</c> and <c>_buffers</c> as dictionaries that can be written to.</summary>
internal static class ModuleTables
{
    /// <summary>Opens a table.</summary>
    /// <param name="module">The module.</param>
    /// <param name="name">The table's name.</param>
    /// <returns>The table.</returns>
    public static LinkedDictionary Open(ModuleInstance module, string name)
    {
        var table = name switch
        {
            "_modules" => module.Children,
            "_parameters" => module.Parameters,
            _ => module.Buffers,
        };
        return new LinkedDictionary(table, (key, value) => Write(module, table, key, value)) { IsOrdered = true };
    }

    private static void Write(ModuleInstance module, NameTable table, string key, Value? value)
    {
        if (value is null)
        {
            table.Remove(key);
        }
        else if (value is StateTensor state && ReferenceEquals(table, module.Parameters))
        {
            module.RegisterParameter(key, state);
        }
        else if (value is StateTensor buffer && ReferenceEquals(table, module.Buffers))
        {
            module.RegisterBuffer(key, buffer);
        }
        else
        {
            table[key] = value;
        }
    }
}
