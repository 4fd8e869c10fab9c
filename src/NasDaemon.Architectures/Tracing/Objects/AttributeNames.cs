using NasDaemon.Architectures.Tracing.Library;
using NasDaemon.Architectures.Tracing.Modules;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Objects;

/// <summary>Lists the names of attributes.</summary>
internal static class AttributeNames
{
    /// <summary>The names of a value's attributes, as <c>dir</c> lists them.</summary>
    /// <param name="value">The value; null for none.</param>
    /// <returns>The names in alphabetical order.</returns>
    public static SortedSet<string> Of(Value? value)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        if (value is null)
        {
            return names;
        }

        foreach (var type in (value as ClassValue ?? CoreTypes.Of(value)).ResolutionOrder)
        {
            names.UnionWith(type.Attributes.Keys);
        }

        if (value is IObject special)
        {
            names.UnionWith(special.Attributes.Keys);
        }

        if (value is ModuleInstance module)
        {
            names.UnionWith(module.Children.Keys);
            names.UnionWith(module.Parameters.Keys);
            names.UnionWith(module.Buffers.Keys);
        }

        return names;
    }
}
